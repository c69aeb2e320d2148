package vn.lienthong.post.tracking;

import static vn.lienthong.post.tracking.ParcelRepository.array;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code post_tracking_event}. */
@Repository
class TrackingEventRepository {
    private static final String INSERT = """
            insert into post_tracking_event (source, event_id, parcel_number, state, occurred_at, post_office, reason, placed,
                evidence_id)
            select ?, c.event_id, c.parcel_number, c.state, c.occurred_at, c.post_office, c.reason, c.placed, ?
            from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality as c(event_id, parcel_number, state, occurred_at, post_office,
                reason, placed, place)
            order by c.place
            on conflict do nothing returning event_id, parcel_number, state, occurred_at
            """;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    TrackingEventRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Stores events, each once; those that were not there, in name or in content. One name may have come with two contents. */
    Set<Named> insert(String source, UUID evidence, List<Kept> events) {
        if (events.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(jdbc.query(
                INSERT,
                statement -> {
                    statement.setString(1, source);
                    statement.setObject(2, evidence);
                    array(statement, 3, "text", events, kept -> kept.event().eventId());
                    array(statement, 4, "text", events, kept -> kept.event().parcelNumber());
                    array(
                            statement,
                            5,
                            "text",
                            events,
                            kept -> kept.event().state().name());
                    array(
                            statement,
                            6,
                            "timestamptz",
                            events,
                            kept -> Timestamp.from(kept.event().occurredAt()));
                    array(statement, 7, "text", events, kept -> kept.event().postOffice());
                    statement.setArray(
                            8,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "bytea",
                                            events.stream()
                                                    .map(kept -> sealed(source, kept.event()))
                                                    .toArray(byte[][]::new)));
                    array(statement, 9, "boolean", events, Kept::placed);
                },
                (row, number) -> new Named(
                        row.getString(1),
                        new Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant()))));
    }

    /** What is stored under these names. */
    Map<String, Stored> named(String source, List<String> ids) {
        Map<String, Stored> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        jdbc.query(
                "select event_id, parcel_number, state, occurred_at from post_tracking_event where source = ?"
                        + " and event_id = any(?)",
                statement -> {
                    statement.setString(1, source);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", ids.toArray()));
                },
                row -> {
                    found.put(
                            row.getString(1),
                            new Stored(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getTimestamp(4).toInstant()));
                });
        return found;
    }

    /** Parcels that are known by now and of which something was kept before. */
    List<String> knownByNow(int most) {
        return jdbc.queryForList(
                "select distinct e.parcel_number from post_tracking_event e join post_parcel p using (parcel_number)"
                        + " where not e.placed order by e.parcel_number limit ?",
                String.class,
                most);
    }

    /** Marks what was kept of these parcels, which the caller has locked, as counted; what that was. */
    List<ParcelEvent> place(List<String> parcels) {
        return jdbc.query(
                "update post_tracking_event set placed = true where parcel_number = any(?) and not placed"
                        + " returning event_id, parcel_number, state, occurred_at",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", parcels.toArray())),
                (row, number) -> new ParcelEvent(
                        row.getString(1),
                        row.getString(2),
                        ParcelState.valueOf(row.getString(3)),
                        row.getTimestamp(4).toInstant(),
                        null,
                        null,
                        0,
                        0));
    }

    /** Everything told about the parcels of a dossier, oldest first. */
    List<Told> ofDossier(String dossierNumber) {
        return jdbc.query(
                "select e.event_id, e.source, e.parcel_number, e.state, e.occurred_at, e.post_office, e.reason, e.evidence_id"
                        + " from post_parcel p join post_tracking_event e using (parcel_number)"
                        + " where p.dossier_number = ? order by e.occurred_at",
                (row, number) -> new Told(
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        opened(row.getString(2), row.getString(1), row.getBytes(7)),
                        row.getObject(8, UUID.class)),
                dossierNumber);
    }

    private byte @Nullable [] sealed(String source, ParcelEvent event) {
        String reason = event.reason();
        return reason == null
                ? null
                : seal.seal(reason.getBytes(StandardCharsets.UTF_8), context(source, event.eventId()));
    }

    private @Nullable String opened(String source, String id, byte @Nullable [] sealed) {
        return sealed == null ? null : new String(seal.open(sealed, context(source, id)), StandardCharsets.UTF_8);
    }

    private static byte[] context(String source, String id) {
        return ("tracking:" + source + ":" + id).getBytes(StandardCharsets.UTF_8);
    }

    /** An event to store; {@code placed}: its parcel is known. */
    record Kept(ParcelEvent event, boolean placed) {}

    /** An event by its name and what it says. */
    record Named(String eventId, Stored said) {
        static Named of(ParcelEvent event) {
            return new Named(
                    event.eventId(),
                    new Stored(event.parcelNumber(), event.state().name(), event.occurredAt()));
        }
    }

    /** What an event said when it was stored. */
    record Stored(String parcelNumber, String state, Instant occurredAt) {}

    /** A stored event as people read it. */
    record Told(
            String parcelNumber,
            String state,
            Instant occurredAt,
            @Nullable String postOffice,
            @Nullable String reason,
            UUID evidenceId) {}
}
