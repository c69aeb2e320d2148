package vn.lienthong.inbox.callback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One push and what it came to. Nothing of the receiver's answer is kept but its status: what stands behind an address that
 * somebody registered is nobody's to read through us.
 */
record Push(
        PushOutcome outcome,
        @Nullable Integer status,
        @Nullable String detail,
        Duration took) {}
