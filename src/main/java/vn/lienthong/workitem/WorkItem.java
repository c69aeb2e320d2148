package vn.lienthong.workitem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/** A finding with its owner and, once resolved, by whom and how. {@code occurrences} counts how often it was seen. */
public record WorkItem(
        UUID id,
        String code,
        @Nullable String dossierNumber,
        String agency,
        @Nullable Long deliveryId,
        @Nullable UUID eventId,
        Bilingual detail,
        State state,
        int occurrences,
        Instant openedAt,
        Instant lastSeenAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String resolution) {
    /** Whether it still waits. */
    public enum State {
        OPEN,
        RESOLVED
    }
}
