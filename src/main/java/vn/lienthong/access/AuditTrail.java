package vn.lienthong.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Page;

/** The audit as people read it, newest first. */
@Component
public class AuditTrail {
    private final AuditTrailRepository rows;

    AuditTrail(AuditTrailRepository rows) {
        this.rows = rows;
    }

    /** Entries that match. */
    public Page<Entry> search(Filter filter) {
        return rows.search(filter);
    }

    /** Which entries; null means any. {@code after} is the id after which (going back in time) to go on. */
    public record Filter(
            @Nullable String who,
            @Nullable String act,
            @Nullable String subject,
            @Nullable UUID after,
            int limit) {}

    /** One line of the audit. */
    public record Entry(
            UUID id,
            Instant at,
            String who,
            String act,
            String subject,
            @Nullable String reason,
            Audit.Outcome outcome,
            @Nullable String traceId) {}
}
