package vn.lienthong.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
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
    private final ObjectMapper json;

    EventRepository(JdbcTemplate jdbc, DataSeal seal, ObjectMapper json) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
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

    private <T> T read(byte[] content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (IOException corrupt) {
            throw new IllegalStateException(
                    "A stored event of type " + type.getSimpleName() + " does not read", corrupt);
        }
    }

    byte[] write(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event does not write as JSON", impossible);
        }
    }

    static byte[] context(UUID id) {
        return ("event:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
