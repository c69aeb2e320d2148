package vn.lienthong.insurance;

import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.insurance.wire.Said;

/** What an answer of social insurance means for the delivery. */
final class Verdict {
    private Verdict() {}

    static DeliveryOutcome ofHandingOver(Said said) {
        return switch (said) {
            case Said.Failed failed -> failed.outcome();
            case Said.Told told ->
                switch (told.meaning()) {
                    case RECEIVED -> new Sent();
                    case ACCEPTED -> new Confirmed(told.code());
                    case REFUSED -> new Refused(Reason.CONTENT_REFUSED, told.code(), told.words());
                    case CORRECTION -> new Refused(Reason.CORRECTION_WANTED, told.code(), told.words());
                    case SESSION -> new NotSent(Reason.SESSION_REFUSED, words(told));
                    case THROTTLED -> new Throttled(told.pause());
                    case NOT_SENT -> new NotSent(Reason.PARTNER_UNREACHABLE, words(told));
                    case MAYBE_SENT -> new MaybeSent(Reason.ANSWER_LOST, words(told), false);
                    case UNKNOWN, UNDECIDABLE -> new Undecidable(Reason.REPLY_UNDECIDABLE, words(told), true);
                };
        };
    }

    /** {@code overdue}: asked so long without a decision that a person must settle it with social insurance. */
    static DeliveryOutcome ofQuestion(Said said, boolean overdue) {
        return switch (said) {
            case Said.Failed failed -> failed.outcome().asQuestion();
            case Said.Told told ->
                switch (told.meaning()) {
                    // it is there and nobody has decided yet: asked again, but not for ever, for what follows waits for
                    // it
                    case RECEIVED ->
                        overdue
                                ? new Undecidable(Reason.UNACKNOWLEDGED, words(told), true)
                                : new NoAnswer(Reason.UNACKNOWLEDGED, words(told));
                    case ACCEPTED -> new Confirmed(told.code());
                    case REFUSED -> new Refused(Reason.CONTENT_REFUSED, told.code(), told.words());
                    case CORRECTION -> new Refused(Reason.CORRECTION_WANTED, told.code(), told.words());
                    case UNKNOWN -> new NotThere();
                    case SESSION -> new NoAnswer(Reason.SESSION_REFUSED, words(told));
                    case THROTTLED -> new Throttled(told.pause());
                    case NOT_SENT, MAYBE_SENT -> new NoAnswer(Reason.PARTNER_UNREACHABLE, words(told));
                    case UNDECIDABLE -> new NoAnswer(Reason.REPLY_UNKNOWN, words(told));
                };
        };
    }

    private static String words(Said.Told told) {
        return told.words() == null ? told.code() : told.code() + " " + told.words();
    }
}
