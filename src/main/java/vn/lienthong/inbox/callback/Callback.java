package vn.lienthong.inbox.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an inbox is pushed to, and how that goes.
 *
 * @param faults pushes in a row that were not received
 * @param nextTryAt when the next push may begin, once something waits
 * @param disabledReason why pushing has ended, null while it goes on
 */
record Callback(
        String address,
        String url,
        Instant registeredAt,
        String registeredBy,
        int faults,
        @Nullable Instant failingSince,
        Instant nextTryAt,
        @Nullable Instant disabledAt,
        @Nullable DisabledReason disabledReason) {}
