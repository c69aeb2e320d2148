package vn.lienthong.access;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code shown_once}. */
@Repository
class ReplayRepository {
    private final JdbcClient jdbc;

    ReplayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(byte[] mark, Instant until) {
        return jdbc.sql("insert into shown_once (mark, until) values (?, ?) on conflict do nothing")
                        .params(mark, until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetBefore(Instant now) {
        jdbc.sql("delete from shown_once where mark in (select mark from shown_once where until < ? limit 5000)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
