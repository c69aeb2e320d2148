package vn.lienthong.inbox.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A push that was made, as it is shown to the receiver's people. */
record PastPush(
        UUID itemId,
        Instant at,
        PushOutcome outcome,
        @Nullable Integer status,
        @Nullable String detail,
        int milliseconds) {}
