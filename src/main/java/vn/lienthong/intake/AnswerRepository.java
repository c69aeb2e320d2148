package vn.lienthong.intake;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code idempotency}: answers that repeats of a request get again. */
@Repository
class AnswerRepository {
    private final JdbcTemplate jdbc;

    AnswerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredAnswer> find(AnswerKey key) {
        return jdbc
                .query(
                        "select status, answer, request from idempotency where client = ? and key = ?",
                        (row, number) -> new StoredAnswer(
                                row.getInt(1), row.getBytes(2), Arrays.equals(row.getBytes(3), key.request())),
                        key.client(),
                        key.key())
                .stream()
                .findFirst();
    }

    /** Stores the first answer; a second request with the same key in the same moment fails here and is tried again. */
    void insert(AnswerKey key, int status, byte[] body) {
        jdbc.update(
                "insert into idempotency (client, key, request, status, answer) values (?, ?, ?, ?, ?)",
                key.client(),
                key.key(),
                key.request(),
                status,
                body);
    }

    /** Forgets answers older than this, a bounded number at a time. */
    int forget(Duration older) {
        return jdbc.update(
                "delete from idempotency where (client, key) in (select client, key from idempotency"
                        + " where at < clock_timestamp() - ?::interval limit 5000)",
                older.toMillis() + " milliseconds");
    }
}
