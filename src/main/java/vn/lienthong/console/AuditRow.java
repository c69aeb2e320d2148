package vn.lienthong.console;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.AuditTrail;

/** An entry as a line of a table. */
record AuditRow(
        Moment at,
        String who,
        String act,
        String subject,
        @Nullable String subjectHref,
        String outcome,
        @Nullable String reason,
        @Nullable String trace) {
    static AuditRow of(AuditTrail.Entry entry, Desk desk) {
        String reason = entry.reason();
        return new AuditRow(
                Objects.requireNonNull(desk.moment(entry.at())),
                entry.who(),
                entry.act(),
                entry.subject(),
                href(entry.subject()),
                entry.outcome().name(),
                reason == null ? null : Mask.text(reason),
                entry.traceId());
    }

    private static @Nullable String href(String subject) {
        String[] parts = subject.split(":", 2);
        return parts.length < 2
                ? null
                : switch (parts[0]) {
                    case "delivery" -> "/deliveries/" + parts[1];
                    case "bulk" -> "/bulk-actions/" + parts[1];
                    case "dossier" -> Links.dossier(parts[1]);
                    case "partner" -> "/partners";
                    default -> null;
                };
    }
}
