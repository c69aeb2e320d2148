package vn.lienthong.inbox.callback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;

/**
 * A callback in an answer. {@code secret} stands here only in the answer to the call that had it made.
 *
 * @param state {@code ACTIVE}, {@code FAILING} while the last push was not received, or {@code DISABLED}
 * @param nextTryAt when the next push may begin; none while it goes well or is disabled
 */
record CallbackView(
        String url,
        @Nullable String secret,
        String state,
        OffsetDateTime registeredAt,
        String registeredBy,
        int faults,
        @Nullable OffsetDateTime failingSince,
        @Nullable OffsetDateTime nextTryAt,
        @Nullable OffsetDateTime disabledAt,
        @Nullable String disabledReason,
        @Nullable Bilingual disabledText,
        List<CallbackAttempt> attempts) {
    static CallbackView of(Callback callback, @Nullable String secret, List<PastPush> pushes) {
        DisabledReason disabled = callback.disabledReason();
        boolean failing = disabled == null && callback.faults() > 0;
        return new CallbackView(
                callback.url(),
                secret,
                disabled != null ? "DISABLED" : failing ? "FAILING" : "ACTIVE",
                local(callback.registeredAt()),
                callback.registeredBy(),
                callback.faults(),
                optional(callback.failingSince()),
                failing ? local(callback.nextTryAt()) : null,
                optional(callback.disabledAt()),
                disabled == null ? null : disabled.name(),
                disabled == null ? null : disabled.text(),
                pushes.stream().map(CallbackAttempt::of).toList());
    }

    private static @Nullable OffsetDateTime optional(@Nullable Instant at) {
        return at == null ? null : local(at);
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(GatewayClock.ZONE).toOffsetDateTime();
    }
}
