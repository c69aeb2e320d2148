package vn.lienthong.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * One cause from its beginning to its end.
 *
 * @param cause stable name of what was wrong
 * @param count how many stood for it when it was last seen
 * @param toldAt when people were last told; null while nobody was
 * @param closedAt when it was over; null while it goes on
 */
public record Incident(
        UUID id,
        String cause,
        Bilingual what,
        Bilingual advice,
        String page,
        long count,
        Instant openedAt,
        Instant seenAt,
        @Nullable Instant toldAt,
        @Nullable Instant closedAt) {}
