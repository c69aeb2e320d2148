package vn.lienthong.civilstatus.wire;

import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.WireAnswer;

/** What an answer that says nothing readable means: by its status, or by what became of it on the wire. */
final class Failure {
    private Failure() {}

    static DeliveryOutcome of(WireAnswer answer, ReplyTable replies) {
        return switch (answer) {
            case WireAnswer.NotLeft kept ->
                new DeliveryOutcome.NotSent(
                        kept.ours() ? Reason.OWN_TROUBLE : Reason.PARTNER_UNREACHABLE, kept.detail());
            case WireAnswer.Lost lost -> new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, lost.detail(), false);
            case WireAnswer.Broken broken ->
                new DeliveryOutcome.MaybeSent(Reason.ANSWER_UNREADABLE, broken.detail(), false);
            case WireAnswer.Answered answered -> ofStatus(answered, replies);
        };
    }

    private static DeliveryOutcome ofStatus(WireAnswer.Answered answered, ReplyTable replies) {
        String words = "HTTP " + answered.status() + ", " + answered.bytes().length + " byte(s)";
        if (answered.ok()) {
            return new DeliveryOutcome.MaybeSent(Reason.ANSWER_UNREADABLE, words, false);
        }
        return switch (replies.ofStatus(answered.status())) {
            case SESSION -> new DeliveryOutcome.NotSent(Reason.SESSION_REFUSED, words);
            case THROTTLED -> new DeliveryOutcome.Throttled(Answers.pause(answered, replies));
            case NOT_SENT -> new DeliveryOutcome.NotSent(Reason.PARTNER_UNREACHABLE, words);
            case MAYBE_SENT -> new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, words, false);
            case TAKEN, REFUSED, UNKNOWN, UNDECIDABLE ->
                new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, words, true);
        };
    }
}
