package vn.lienthong.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.Sha256;

/** The table {@code evidence_message}. */
@Repository
class MessageRepository {
    private static final String INSERT =
            "insert into evidence_message (id, direction, channel, party, dossier_number, answer_to, sha256, body)"
                    + " values (?,?,?,?,?,?,?,?)";

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    MessageRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void insert(List<Message> batch) {
        jdbc.batchUpdate(INSERT, batch.stream().map(this::row).toList());
    }

    void insertOnce(Message message) {
        jdbc.update(INSERT + " on conflict (id) do nothing", row(message));
    }

    private @Nullable Object[] row(Message message) {
        return new @Nullable Object[] {
            message.id(),
            message.direction().name(),
            message.channel(),
            message.party(),
            message.dossierNumber(),
            message.answerTo(),
            Sha256.of(message.bytes()),
            seal.seal(message.bytes(), context(message.id()))
        };
    }

    Optional<Message> find(UUID id) {
        return jdbc
                .query(
                        "select direction, channel, party, dossier_number, answer_to, body from evidence_message"
                                + " where id = ?",
                        (row, number) -> new Message(
                                id,
                                Message.Direction.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, UUID.class),
                                seal.open(row.getBytes(6), context(id))),
                        id)
                .stream()
                .findFirst();
    }

    private static byte[] context(UUID id) {
        return ("evidence:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
