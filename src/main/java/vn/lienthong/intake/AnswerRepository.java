package vn.lienthong.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    /** The answers stored under these keys, in one read. */
    Map<AnswerKey, StoredAnswer> find(List<AnswerKey> keys) {
        Map<AnswerKey, StoredAnswer> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.query(
                "select k.place, i.status, i.answer, i.request from unnest(?, ?) with ordinality as k(client, key, place)"
                        + " join idempotency i on i.client = k.client and i.key = k.key",
                statement -> {
                    statement.setArray(1, texts(statement.getConnection(), keys, AnswerKey::client));
                    statement.setArray(2, texts(statement.getConnection(), keys, AnswerKey::key));
                },
                row -> {
                    AnswerKey key = keys.get(row.getInt(1) - 1);
                    found.put(
                            key,
                            new StoredAnswer(
                                    row.getInt(2), row.getBytes(3), Arrays.equals(row.getBytes(4), key.request())));
                });
        return found;
    }

    /**
     * Stores first answers, in one order for all writers; a second request with one of the keys in the same moment fails
     * here and is tried again.
     */
    void insert(List<NewAnswer> first) {
        jdbc.batchUpdate(
                "insert into idempotency (client, key, request, status, answer) values (?, ?, ?, ?, ?)",
                first.stream()
                        .sorted(Comparator.comparing(
                                        (NewAnswer one) -> one.key().client())
                                .thenComparing(one -> one.key().key()))
                        .map(one -> new Object[] {
                            one.key().client(), one.key().key(), one.key().request(), one.status(), one.body()
                        })
                        .toList());
    }

    private static Array texts(Connection connection, List<AnswerKey> keys, Function<AnswerKey, String> text)
            throws SQLException {
        return connection.createArrayOf("text", keys.stream().map(text).toArray());
    }

    /** Forgets answers older than this, a bounded number at a time. */
    int forget(Duration older) {
        return jdbc.update(
                "delete from idempotency where (client, key) in (select client, key from idempotency"
                        + " where at < clock_timestamp() - ?::interval limit 5000)",
                older.toMillis() + " milliseconds");
    }

    /** An answer about to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record NewAnswer(AnswerKey key, int status, byte[] body) {}
}
