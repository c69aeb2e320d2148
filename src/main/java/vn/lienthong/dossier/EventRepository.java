package vn.lienthong.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code dossier_event}. */
@Repository
class EventRepository {
    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    EventRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Map<UUID, DossierEvent> load(Collection<UUID> ids) {
        List<DossierEvent> found = jdbc.query(
                "select id, dossier_number, version, received_at, kind, content from dossier_event where id = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray())),
                (row, number) -> event(row));
        return found.stream().collect(Collectors.toMap(DossierEvent::id, Function.identity()));
    }

    Map<String, List<DossierEvent.ResultTold>> results(Collection<String> numbers) {
        return jdbc
                .query(
                        "select id, dossier_number, version, received_at, kind, content from dossier_event"
                                + " where kind = 'RESULT' and dossier_number = any(?) order by dossier_number, version",
                        statement -> statement.setArray(
                                1, statement.getConnection().createArrayOf("text", numbers.toArray())),
                        (row, number) -> (DossierEvent.ResultTold) event(row))
                .stream()
                .collect(Collectors.groupingBy(DossierEvent.ResultTold::dossierNumber));
    }

    Map<UUID, DossierContent> statesBefore(Collection<DossierEvent.ResultTold> results, Set<UUID> without) {
        Map<UUID, UUID> states = new HashMap<>();
        List<DossierEvent.ResultTold> all = List.copyOf(results);
        jdbc.query(
                "select r.id, s.id from unnest(?, ?, ?) as r(id, number, version) cross join lateral"
                        + " (select id from dossier_event where dossier_number = r.number and kind in ('STATE', 'RETURN', 'REHOME')"
                        + " and version < r.version and id <> all(?) order by version desc limit 1) s",
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setArray(1, connection.createArrayOf("uuid", array(all, DossierEvent::id)));
                    statement.setArray(2, connection.createArrayOf("text", array(all, DossierEvent::dossierNumber)));
                    statement.setArray(3, connection.createArrayOf("integer", array(all, DossierEvent::version)));
                    statement.setArray(4, connection.createArrayOf("uuid", without.toArray()));
                },
                row -> {
                    states.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        Map<UUID, DossierEvent> loaded = load(states.values());
        Map<UUID, DossierContent> contents = new HashMap<>();
        states.forEach((result, state) -> {
            if (loaded.get(state) instanceof DossierEvent.StateTold told) {
                contents.put(result, told.content());
            }
        });
        return contents;
    }

    private static Object[] array(List<DossierEvent.ResultTold> all, Function<DossierEvent, Object> value) {
        return all.stream().map(value).toArray();
    }

    private DossierEvent event(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        String number = row.getString(2);
        int version = row.getInt(3);
        Instant at = row.getTimestamp(4).toInstant();
        byte[] content = seal.open(row.getBytes(6), context(id));
        return switch (EventKind.valueOf(row.getString(5))) {
            case STATE, RETURN ->
                new DossierEvent.StateTold(id, number, version, at, read(content, DossierContent.class));
            case STEP -> new DossierEvent.StepTold(id, number, version, at, read(content, ProgressStep.class));
            case RESULT -> new DossierEvent.ResultTold(id, number, version, at, read(content, AttachedResult.class));
            case REHOME -> {
                RehomedState rehomed = read(content, RehomedState.class);
                yield new DossierEvent.StateTold(id, number, version, at, rehomed.state(), rehomed.rehoming());
            }
            case FACTS -> new DossierEvent.FactsTold(id, number, version, at, read(content, KnownFacts.class));
        };
    }

    /** The headers of all events of these dossiers, oldest first. */
    Map<String, List<EventHeader>> headers(Collection<String> numbers) {
        Map<String, List<EventHeader>> byDossier = new HashMap<>();
        if (numbers.isEmpty()) {
            return byDossier;
        }
        jdbc.query(
                "select dossier_number, id, version, kind, revision, sequence, status, content_hash, received_at"
                        + " from dossier_event where dossier_number = any(?) order by dossier_number, version",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())),
                row -> {
                    byDossier
                            .computeIfAbsent(row.getString(1), number -> new ArrayList<>())
                            .add(new EventHeader(
                                    row.getObject(2, UUID.class),
                                    row.getInt(3),
                                    EventKind.valueOf(row.getString(4)),
                                    row.getObject(5, Long.class),
                                    row.getObject(6, Long.class),
                                    DossierStatus.valueOf(row.getString(7)),
                                    row.getBytes(8),
                                    row.getTimestamp(9).toInstant()));
                });
        return byDossier;
    }

    /** Writes new events. */
    void insert(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "insert into dossier_event (id, dossier_number, version, kind, revision, sequence, status, source,"
                        + " occurred_at, received_at, content_hash, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                events,
                events.size(),
                (statement, event) -> {
                    EventHeader header = event.header();
                    statement.setObject(1, header.id());
                    statement.setString(2, event.dossierNumber());
                    statement.setInt(3, header.version());
                    statement.setString(4, header.kind().name());
                    statement.setObject(5, header.revision(), Types.BIGINT);
                    statement.setObject(6, header.sequence(), Types.BIGINT);
                    statement.setString(7, header.status().name());
                    statement.setString(8, event.source());
                    statement.setTimestamp(9, DossierRepository.timestamp(event.occurredAt()));
                    statement.setTimestamp(10, Timestamp.from(header.receivedAt()));
                    statement.setBytes(11, header.contentHash());
                    statement.setBytes(12, seal.seal(event.content(), context(header.id())));
                });
    }

    private <T> T read(byte[] content, Class<T> type) {
        try {
            return DossierJson.mapper().readValue(content, type);
        } catch (IOException corrupt) {
            throw new IllegalStateException(
                    "A stored event of type " + type.getSimpleName() + " does not read", corrupt);
        }
    }

    byte[] write(Object content) {
        try {
            return DossierJson.mapper().writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event does not write as JSON", impossible);
        }
    }

    static byte[] context(UUID id) {
        return ("event:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
