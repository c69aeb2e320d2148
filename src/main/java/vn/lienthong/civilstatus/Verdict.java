package vn.lienthong.civilstatus;

import vn.lienthong.civilstatus.wire.Reading;
import vn.lienthong.civilstatus.wire.Said;
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

/** What an answer of the platform means for the delivery. */
final class Verdict {
    private Verdict() {}

    /** Taken is not yet acknowledged: that is done when the dossier is first read back. */
    static DeliveryOutcome ofHandingOver(Said said) {
        return switch (said) {
            case Said.Failed failed -> failed.outcome();
            case Said.Read none -> new MaybeSent(Reason.ANSWER_UNREADABLE, null, false);
            case Said.Told told ->
                switch (told.meaning()) {
                    case TAKEN -> new Sent();
                    case REFUSED -> new Refused(Reason.CONTENT_REFUSED, told.code(), told.words());
                    case SESSION -> new NotSent(Reason.SESSION_REFUSED, words(told));
                    case THROTTLED -> new Throttled(told.pause());
                    case NOT_SENT -> new NotSent(Reason.PARTNER_UNREACHABLE, words(told));
                    case MAYBE_SENT -> new MaybeSent(Reason.ANSWER_LOST, words(told), false);
                    case UNKNOWN, UNDECIDABLE -> new Undecidable(Reason.REPLY_UNDECIDABLE, words(told), true);
                };
        };
    }

    /** Any state that the platform tells of the dossier says that it has it. */
    static DeliveryOutcome ofQuestion(Said said, String number) {
        return switch (said) {
            case Said.Failed failed -> failed.outcome().asQuestion();
            case Said.Read read ->
                read.readings().stream()
                        .filter(reading -> reading.dossierNumber().equals(number))
                        .findFirst()
                        .map(Verdict::held)
                        .orElseGet(NotThere::new);
            case Said.Told told ->
                switch (told.meaning()) {
                    case SESSION -> new NoAnswer(Reason.SESSION_REFUSED, words(told));
                    case THROTTLED -> new Throttled(told.pause());
                    case TAKEN, REFUSED, UNKNOWN, UNDECIDABLE -> new NoAnswer(Reason.REPLY_UNKNOWN, words(told));
                    case NOT_SENT, MAYBE_SENT -> new NoAnswer(Reason.PARTNER_UNREACHABLE, words(told));
                };
        };
    }

    private static DeliveryOutcome held(Reading reading) {
        return reading.step() == null
                ? new NoAnswer(Reason.REPLY_UNKNOWN, "trạng thái / state " + reading.code())
                : new Confirmed(reading.code());
    }

    private static String words(Said.Told told) {
        return told.words() == null ? told.code() : told.code() + " " + told.words();
    }
}
