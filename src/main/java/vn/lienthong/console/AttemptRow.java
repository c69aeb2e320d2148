package vn.lienthong.console;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Reason;

/** An attempt or question as a line of a table. */
record AttemptRow(
        int number,
        Moment at,
        boolean asked,
        String outcome,
        @Nullable String took,
        @Nullable String fault,
        @Nullable String code,
        @Nullable String why,
        @Nullable String detail,
        @Nullable UUID evidence,
        @Nullable String href) {

    static AttemptRow of(Attempt attempt, @Nullable Duration took, Desk desk) {
        String reason = attempt.reason();
        String detail = attempt.detail();
        return new AttemptRow(
                attempt.number(),
                Objects.requireNonNull(desk.moment(attempt.at())),
                attempt.asked(),
                attempt.outcome(),
                took == null ? null : desk.number(took.toMillis()) + " ms",
                attempt.fault(),
                reason,
                reason == null ? null : desk.say(Reason.ofCode(reason).text()),
                detail == null ? null : Mask.text(detail),
                attempt.evidenceId(),
                attempt.evidenceId() == null
                        ? null
                        : Links.to("/deliveries/" + attempt.deliveryId(), "attempt", attempt.number()) + "#exchange");
    }
}
