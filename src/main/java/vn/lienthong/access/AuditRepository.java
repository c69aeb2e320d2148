package vn.lienthong.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the audit. */
@Repository
class AuditRepository {
    /** One line of it. */
    record Entry(
            UUID id,
            Instant at,
            String who,
            String act,
            String subject,
            @Nullable String reason,
            Audit.Outcome outcome,
            @Nullable String traceId) {}

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Entry entry) {
        jdbc.sql("insert into audit (id, at, who, act, subject, reason, outcome, trace_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.id(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.who(),
                        entry.act(),
                        entry.subject(),
                        entry.reason(),
                        entry.outcome().name(),
                        entry.traceId())
                .update();
    }
}
