package vn.lienthong.citizen.held;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.kernel.DataSeal;

/** The table {@code held_answer}. */
@Repository
class HeldAnswerRepository {
    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    HeldAnswerRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<byte[]> find(String register, AskedPerson person) {
        byte[] key = key(register, person);
        return jdbc
                .query("select body from held_answer where person = ?", (row, number) -> row.getBytes(1), key)
                .stream()
                .findFirst()
                .map(body -> seal.open(body, key));
    }

    void put(String register, AskedPerson person, byte[] body, Instant at) {
        byte[] key = key(register, person);
        jdbc.update(
                "insert into held_answer (person, body, updated_at) values (?, ?, ?)"
                        + " on conflict (person) do update set body = excluded.body, updated_at = excluded.updated_at",
                key,
                seal.seal(body, key),
                Timestamp.from(at));
    }

    void forget(Instant before) {
        jdbc.update("delete from held_answer where updated_at < ?", Timestamp.from(before));
    }

    private byte[] key(String register, AskedPerson person) {
        return seal.mark((register + "|" + person.identity()).getBytes(StandardCharsets.UTF_8), "held answer");
    }
}
