package vn.lienthong.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads how the rows of {@code evidence_message} belong together, without opening them. */
@Repository
class ExchangeRepository {
    private final JdbcTemplate jdbc;

    ExchangeRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<Exchanges.Kept>> answersTo(Collection<UUID> messages) {
        Map<UUID, List<Exchanges.Kept>> found = new HashMap<>();
        jdbc.query(
                "select answer_to, id, at from evidence_message"
                        + " where answer_to = any(?) and direction = 'IN' order by at",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", messages.toArray())),
                row -> {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new Exchanges.Kept(
                                    row.getObject(2, UUID.class),
                                    row.getTimestamp(3).toInstant()));
                });
        return found;
    }

    Map<UUID, Instant> keptAt(Collection<UUID> messages) {
        Map<UUID, Instant> found = new HashMap<>();
        jdbc.query(
                "select id, at from evidence_message where id = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", messages.toArray())),
                row -> {
                    found.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
                });
        return found;
    }

    List<UUID> withDigest(byte[] digest, int most) {
        return jdbc.query(
                "select id from evidence_message where digest = ? order by id desc limit ?",
                (row, number) -> row.getObject(1, UUID.class),
                digest,
                most);
    }
}
