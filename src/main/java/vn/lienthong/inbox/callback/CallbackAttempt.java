package vn.lienthong.inbox.callback;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/** One push, newest first. */
record CallbackAttempt(
        UUID eventId,
        OffsetDateTime at,
        PushOutcome outcome,
        Bilingual outcomeText,
        @Nullable Integer status,
        @Nullable String detail,
        int milliseconds) {
    static CallbackAttempt of(PastPush push) {
        return new CallbackAttempt(
                push.itemId(),
                CallbackView.local(push.at()),
                push.outcome(),
                push.outcome().text(),
                push.status(),
                push.detail(),
                push.milliseconds());
    }
}
