package vn.lienthong.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                (row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    byte[] content = seal.open(row.getBytes(6), context(id));
                    return "STEP".equals(row.getString(5))
                            ? new DossierEvent.StepTold(
                                    id,
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getTimestamp(4).toInstant(),
                                    read(content, ProgressStep.class))
                            : new DossierEvent.StateTold(
                                    id,
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getTimestamp(4).toInstant(),
                                    read(content, DossierContent.class));
                });
        return found.stream().collect(Collectors.toMap(DossierEvent::id, Function.identity()));
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
                                    "STEP".equals(row.getString(4)),
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
                    statement.setString(4, header.step() ? "STEP" : "STATE");
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
