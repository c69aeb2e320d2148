package vn.lienthong.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Page;

/** Reads deliveries, waiting or ended, and their attempts for people and callers. */
@Repository
class DeliveryRepository {
    static final String COLUMNS =
            "id, partner, kind, dossier_number, event_id, version, agency, state, reason, detail, partner_code, attempts,"
                    + " maybe_sent, due_at, created_at, changed_at, parcel_number, evidence_id";

    /** Each state by the index that holds it: what has ended or waits for a person is far more, and is not read. */
    static final String UNDER_WAY =
            "with under_way as materialized (select * from delivery where ((state = 'READY' and head)"
                    + " or (state = 'READY' and not head) or state = 'UNCERTAIN' or state = 'SENT'"
                    + " or (state = 'SENDING' and lease_node is not null)) and created_at <= ?)"
                    + " select " + COLUMNS + " from under_way where id > ? order by id limit ?";
    /** Those that leave the queue for the history; the table of the queue keeps them for a while only. */
    private static final Set<DeliveryState> ENDED =
            Set.of(DeliveryState.CONFIRMED, DeliveryState.CANCELLED, DeliveryState.EXPIRED);

    private final JdbcTemplate jdbc;

    DeliveryRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> ofDossier(String dossierNumber) {
        return jdbc.query(
                "select " + COLUMNS + " from delivery_any where dossier_number = ? order by id",
                DeliveryRepository::read,
                dossierNumber);
    }

    List<Delivery> ofParcel(String parcelNumber) {
        return jdbc.query(
                "select " + COLUMNS + " from delivery_any where parcel_number = ? order by id limit 100",
                DeliveryRepository::read,
                parcelNumber);
    }

    Map<UUID, List<Delivery>> ofEvents(Collection<String> dossierNumbers, Collection<UUID> events) {
        List<Delivery> found = jdbc.query(
                "select " + COLUMNS
                        + " from delivery_any where dossier_number = any(?) and event_id = any(?) order by id",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", dossierNumbers.toArray()));
                    statement.setArray(2, statement.getConnection().createArrayOf("uuid", events.toArray()));
                },
                DeliveryRepository::read);
        Map<UUID, List<Delivery>> byEvent = new LinkedHashMap<>();
        found.forEach(delivery -> byEvent.computeIfAbsent(delivery.eventId(), id -> new ArrayList<>())
                .add(delivery));
        return byEvent;
    }

    Set<UUID> calledOff(String partner, Collection<String> dossierNumbers) {
        return new HashSet<>(jdbc.query(
                "select event_id from delivery_any where dossier_number = any(?) and partner = ? and state = 'CANCELLED'"
                        + " and reason = 'CANCELLED-BY-PERSON'",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", dossierNumbers.toArray()));
                    statement.setString(2, partner);
                },
                (row, number) -> row.getObject(1, UUID.class)));
    }

    Optional<Delivery> find(long id) {
        return jdbc
                .query("select " + COLUMNS + " from delivery_any where id = ?", DeliveryRepository::read, id)
                .stream()
                .findFirst();
    }

    Map<Long, Delivery> find(Collection<Long> ids) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from delivery_any where id = any(?)",
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray())),
                        DeliveryRepository::read)
                .stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    List<Delivery> underWay(Instant since, long after, int most) {
        return jdbc.query(UNDER_WAY, DeliveryRepository::read, Timestamp.from(since), after, most);
    }

    Page<Delivery> search(DeliveryFilter filter) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        narrow(where, values, "partner = ?", filter.partner());
        narrow(
                where,
                values,
                "state = ?",
                filter.state() == null ? null : filter.state().name());
        narrow(where, values, "reason = ?", filter.reason());
        narrow(where, values, "agency = ?", filter.agency());
        narrow(where, values, "dossier_number = ?", filter.dossierNumber());
        narrow(where, values, "changed_at >= ?", timestamp(filter.changedFrom()));
        narrow(where, values, "changed_at < ?", timestamp(filter.changedUntil()));
        narrow(where, values, "id < ?", filter.after());
        values.add(filter.limit() + 1);
        // by the index of days: in the order of the key an early day would be reached through all that came after it
        boolean byDay = filter.changedFrom() != null || filter.changedUntil() != null;
        // what has not ended never stands in the history, which would be read through to its beginning for nothing
        String table = filter.state() == null || ENDED.contains(filter.state()) ? "delivery_any" : "delivery";
        List<Delivery> found = jdbc.query(
                "select " + COLUMNS + " from " + table + " where " + where + " order by " + (byDay ? "id + 0" : "id")
                        + " desc limit ?",
                DeliveryRepository::read,
                values.toArray());
        return found.size() <= filter.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        List.copyOf(found.subList(0, filter.limit())),
                        Long.toString(found.get(filter.limit() - 1).id()));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    void noteParcel(long id, String parcelNumber) {
        for (String table : List.of("delivery", "delivery_finished")) {
            jdbc.update("update " + table + " set parcel_number = ? where id = ?", parcelNumber, id);
        }
    }

    /** What is not settled, counted by partner and state. */
    List<Waiting> waiting() {
        return jdbc.query(
                "select partner, state, count(*), extract(epoch from clock_timestamp() - min(created_at)) from delivery"
                        + " where state in ('READY', 'SENDING', 'SENT', 'UNCERTAIN', 'PARKED')"
                        + " group by partner, state order by partner, state",
                (row, number) -> new Waiting(
                        row.getString(1),
                        DeliveryState.valueOf(row.getString(2)),
                        row.getLong(3),
                        Duration.ofMillis((long) (row.getDouble(4) * 1000))));
    }

    /** Dossiers whose steps wait while no full state was ever told, with their unit. */
    Map<String, String> stepsWithoutDossier(String partner, String after, int most) {
        Map<String, String> found = new LinkedHashMap<>();
        jdbc.query(
                "select d.dossier_number, min(d.unit_code) from delivery d where d.partner = ? and d.state = 'READY'"
                        + " and d.dossier_number > ? and not d.full_state"
                        + " and not exists (select 1 from delivery_holding h"
                        + " where h.partner = d.partner and h.dossier_number = d.dossier_number)"
                        + " and not exists (select 1 from delivery f where f.dossier_number = d.dossier_number"
                        + " and f.partner = d.partner and f.full_state)"
                        + " group by d.dossier_number order by d.dossier_number limit ?",
                row -> {
                    found.put(row.getString(1), row.getString(2));
                },
                partner,
                after,
                most);
        return found;
    }

    List<Attempt> attempts(Collection<Long> deliveryIds) {
        return jdbc.query(
                "select delivery_id, number, at, asked, outcome, fault, reason, detail, evidence_id from delivery_attempt"
                        + " where delivery_id = any(?) order by at",
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("bigint", deliveryIds.toArray())),
                (row, number) -> new Attempt(
                        row.getLong(1),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant(),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, UUID.class)));
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("kind"),
                row.getString("dossier_number"),
                row.getObject("event_id", UUID.class),
                row.getInt("version"),
                row.getString("agency"),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("partner_code"),
                row.getInt("attempts"),
                row.getBoolean("maybe_sent"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("parcel_number"),
                row.getObject("evidence_id", UUID.class));
    }
}
