package vn.lienthong.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt, or one question to the partner, came to for one delivery. {@code partnerCode} and
 * {@code partnerMessage} are the partner's own words, kept for the clerk and never interpreted here.
 */
public sealed interface DeliveryOutcome {
    /** The partner holds it. */
    record Confirmed(@Nullable String partnerCode) implements DeliveryOutcome {
        /** Confirmed without a word of the partner worth keeping. */
        public Confirmed() {
            this(null);
        }
    }

    /** Handed over; a separate acknowledgement must follow. */
    record Sent() implements DeliveryOutcome {}

    /** No byte left, or the partner said that nothing took effect: send again after a pause. */
    record NotSent(Reason reason, @Nullable String detail) implements DeliveryOutcome {}

    /** It may have arrived. {@code alone}: the whole batch failed without naming an item, so go alone next time. */
    record MaybeSent(Reason reason, @Nullable String detail, boolean alone) implements DeliveryOutcome {}

    /** The partner's final no to this item. */
    record Refused(
            Reason reason,
            @Nullable String partnerCode,
            @Nullable String partnerMessage) implements DeliveryOutcome {}

    /** Nothing took effect because of load: wait at least {@code retryAfter}. */
    record Throttled(Duration retryAfter) implements DeliveryOutcome {}

    /** A person must decide. {@code maybeSent}: a hand retry asks the partner first. */
    record Undecidable(Reason reason, @Nullable String detail, boolean maybeSent) implements DeliveryOutcome {}

    /** The partner holds this dossier already and nothing took effect: send again, as an update. */
    record AlreadyThere(@Nullable String partnerCode) implements DeliveryOutcome {}

    /** The partner does not know the dossier and nothing took effect: a full state must go first. */
    record NotHeld(@Nullable String partnerCode) implements DeliveryOutcome {}

    /** Answer to a question: the partner surely does not hold this; send (again). */
    record NotThere() implements DeliveryOutcome {}

    /** Answer to a question: the partner's answer shows neither this nor its absence. */
    record CannotTell(@Nullable String detail) implements DeliveryOutcome {}

    /** The question got no answer: ask again after a pause. */
    record NoAnswer(Reason reason, @Nullable String detail) implements DeliveryOutcome {}

    /** What a call that failed so came to if it was a question: nothing was to arrive, and nothing was learned. */
    default DeliveryOutcome asQuestion() {
        return switch (this) {
            case Throttled slower -> slower;
            case NotSent none -> new NoAnswer(none.reason(), none.detail());
            case MaybeSent none -> new NoAnswer(none.reason(), none.detail());
            case Undecidable unclear -> new NoAnswer(unclear.reason(), unclear.detail());
            default -> new NoAnswer(Reason.ANSWER_LOST, getClass().getSimpleName());
        };
    }
}
