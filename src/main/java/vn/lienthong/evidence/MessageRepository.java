package vn.lienthong.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code evidence_message}. */
@Repository
class MessageRepository {
    private static final String INSERT =
            "insert into evidence_message (id, direction, channel, party, dossier_number, answer_to, digest, nonce, body)"
                    + " values (?,?,?,?,?,?,?,?,?)";
    private static final String INSERT_CARRYING =
            "insert into evidence_message (id, direction, channel, party, dossier_number, answer_to, digest, nonce, body,"
                    + " items, slice_from, slice_to) values (?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String SELECT = """
            select m.direction, m.channel, m.party, m.dossier_number, m.answer_to, m.nonce, m.items,
                m.body, m.slice_from, m.slice_to, e.id as envelope, e.body as around
            from evidence_message m left join evidence_message e on m.slice_from is not null and e.id = m.answer_to
            where m.id = ? and m.deletion is null and (m.body is not null or e.body is not null)
            """;
    private static final byte[] NONE = {};
    private static final int DIGEST = 32;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    MessageRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void insert(List<Message> batch) {
        jdbc.batchUpdate(INSERT, batch.stream().map(this::plain).toList());
    }

    void insertOnce(Message message) {
        jdbc.update(INSERT_CARRYING + " on conflict (id) do nothing", carrying(message));
    }

    /** In one batch, which is one transaction also where the caller has none. */
    void insert(Message envelope, List<Evidence.Part> parts) {
        List<@Nullable Object[]> rows = new ArrayList<>(parts.size() + 1);
        rows.add(carrying(envelope));
        parts.forEach(part -> rows.add(inside(part)));
        jdbc.batchUpdate(INSERT_CARRYING, rows);
    }

    private @Nullable Object[] plain(Message message) {
        return row(message, (Object) seal.seal(message.bytes(), context(message.id())));
    }

    private @Nullable Object[] carrying(Message message) {
        byte[] body = seal.seal(message.bytes(), context(message.id()));
        return row(message, body, message.items().isEmpty() ? null : joined(message.items()), null, null);
    }

    private @Nullable Object[] inside(Evidence.Part part) {
        return row(
                part.item(), null, null, part.from(), part.from() + part.item().bytes().length);
    }

    private static @Nullable Object[] row(Message message, @Nullable Object... more) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(message.id());
        row.add(message.direction().name());
        row.add(message.channel());
        row.add(message.party());
        row.add(message.dossierNumber());
        row.add(message.answerTo());
        row.add(message.digest());
        row.add(message.nonce());
        row.addAll(Arrays.asList(more));
        return row.toArray();
    }

    Optional<Message> find(UUID id) {
        return jdbc.query(SELECT, (row, number) -> read(id, row), id).stream().findFirst();
    }

    /**
     * What the tree says of a message.
     *
     * @param deletion the message that records why its bytes are gone, null while they are kept
     */
    record Placed(Leaf leaf, @Nullable UUID deletion) {}

    Optional<Placed> placed(UUID id) {
        return jdbc
                .query(
                        "select id, direction, channel, party, at, answer_to, digest, items, deletion"
                                + " from evidence_message where id = ?",
                        (row, number) -> new Placed(TreeRepository.leaf(row), row.getObject("deletion", UUID.class)),
                        id)
                .stream()
                .findFirst();
    }

    private Message read(UUID id, ResultSet row) throws SQLException {
        byte[] nonce = row.getBytes("nonce");
        return new Message(
                id,
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                row.getString("party"),
                row.getString("dossier_number"),
                row.getObject("answer_to", UUID.class),
                bytes(id, row),
                nonce == null ? NONE : nonce,
                split(row.getBytes("items")));
    }

    private byte[] bytes(UUID id, ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        if (body != null) {
            return seal.open(body, context(id));
        }
        byte[] around = seal.open(row.getBytes("around"), context(row.getObject("envelope", UUID.class)));
        return Arrays.copyOfRange(around, row.getInt("slice_from"), row.getInt("slice_to"));
    }

    private static byte[] joined(List<byte[]> digests) {
        byte[] all = new byte[digests.size() * DIGEST];
        for (int i = 0; i < digests.size(); i++) {
            System.arraycopy(digests.get(i), 0, all, i * DIGEST, DIGEST);
        }
        return all;
    }

    static List<byte[]> split(byte @Nullable [] joined) {
        if (joined == null) {
            return List.of();
        }
        List<byte[]> digests = new ArrayList<>(joined.length / DIGEST);
        for (int from = 0; from < joined.length; from += DIGEST) {
            digests.add(Arrays.copyOfRange(joined, from, from + DIGEST));
        }
        return digests;
    }

    private static byte[] context(UUID id) {
        return ("evidence:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
