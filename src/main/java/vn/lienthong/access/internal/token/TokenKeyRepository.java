package vn.lienthong.access.internal.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of signing keys. */
final class TokenKeyRepository {
    /** One key as it rests: the private part sealed. Never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String kid, Instant madeAt, byte[] sealed) {}

    private final JdbcClient jdbc;

    TokenKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes other nodes that want to change the keys wait until this transaction ends; readers go on. */
    void lock() {
        jdbc.sql("lock table access_token_key in share row exclusive mode").update();
    }

    List<Row> newestFirst() {
        return jdbc.sql("select kid, made_at, sealed from access_token_key order by made_at desc, kid desc")
                .query((row, n) -> new Row(
                        row.getString("kid"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("sealed")))
                .list();
    }

    void add(Row key) {
        jdbc.sql("insert into access_token_key (kid, made_at, sealed) values (?, ?, ?)")
                .params(key.kid(), key.madeAt().atOffset(ZoneOffset.UTC), key.sealed())
                .update();
    }

    /** Drops keys whose successor is older than {@code successorBefore}: no token of theirs can still be valid. */
    void dropSucceededBefore(Instant successorBefore) {
        jdbc.sql("delete from access_token_key k where exists (select from access_token_key s"
                        + " where s.made_at > k.made_at and s.made_at < ?)")
                .param(successorBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
