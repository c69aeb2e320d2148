package vn.lienthong.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send, or one question to the partner ({@code asked}), and the state it led to.
 *
 * @param evidenceId the message that went out, if one did
 */
public record Attempt(
        long deliveryId,
        int number,
        Instant at,
        boolean asked,
        String outcome,
        @Nullable String fault,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable UUID evidenceId) {}
