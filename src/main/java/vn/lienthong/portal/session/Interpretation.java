package vn.lienthong.portal.session;

import java.time.Duration;
import java.util.Objects;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.WireAnswer;

/**
 * What an answer on the wire means for the call.
 *
 * @param result what to tell the caller
 * @param sessionOver the session must be renewed, nothing took effect
 * @param way whether the way to the partner works, for its breaker
 */
record Interpretation(CallResult result, boolean sessionOver, Way way) {
    /** What the breaker learns. */
    enum Way {
        WORKS,
        FAILS,
        UNTRIED
    }

    static Interpretation of(WireAnswer answer, ReplyTable table) {
        return switch (answer) {
            case WireAnswer.NotLeft kept ->
                kept.ours()
                        ? failed(new NotSent(Reason.OWN_TROUBLE, kept.detail()), Way.UNTRIED)
                        : failed(new NotSent(Reason.PARTNER_UNREACHABLE, kept.detail()), Way.FAILS);
            case WireAnswer.Lost lost -> failed(new MaybeSent(Reason.ANSWER_LOST, lost.detail(), false), Way.FAILS);
            case WireAnswer.Broken broken ->
                failed(new MaybeSent(Reason.ANSWER_UNREADABLE, broken.detail(), false), Way.FAILS);
            case WireAnswer.Answered answered -> answered.ok() ? readable(answered, table) : status(answered, table);
        };
    }

    private static Interpretation readable(WireAnswer.Answered answered, ReplyTable table) {
        return ReplyParser.reply(answered.bytes(), table)
                .map(reply -> ofReply(reply, pause(answered, table)))
                .orElseGet(() -> failed(
                        new MaybeSent(
                                Reason.ANSWER_UNREADABLE,
                                "HTTP " + answered.status() + ", " + answered.bytes().length + " byte(s)",
                                false),
                        Way.FAILS));
    }

    private static Interpretation ofReply(Reply reply, Duration pause) {
        ReplyClass meaning = reply.meaning().orElse(ReplyClass.UNDECIDABLE);
        return switch (meaning) {
            case SESSION -> sessionOver(reply.words(), Way.WORKS);
            case THROTTLED -> failed(new Throttled(pause), Way.WORKS);
            case NOT_SENT -> failed(new NotSent(Reason.PARTNER_UNREACHABLE, reply.words()), Way.FAILS);
            case MAYBE_SENT -> failed(new MaybeSent(Reason.ANSWER_LOST, reply.words(), false), Way.FAILS);
            case SUCCESS, ALREADY_THERE, NOT_HELD, REFUSED, UNDECIDABLE ->
                new Interpretation(new CallResult.Told(reply), false, Way.WORKS);
        };
    }

    private static Interpretation status(WireAnswer.Answered answered, ReplyTable table) {
        String words = "HTTP " + answered.status();
        return switch (table.ofStatus(answered.status())) {
            case SESSION -> sessionOver(words, Way.FAILS);
            case THROTTLED -> failed(new Throttled(pause(answered, table)), Way.WORKS);
            case NOT_SENT -> failed(new NotSent(Reason.PARTNER_UNREACHABLE, words), Way.FAILS);
            case MAYBE_SENT -> failed(new MaybeSent(Reason.ANSWER_LOST, words, false), Way.FAILS);
            case SUCCESS, ALREADY_THERE, NOT_HELD, REFUSED, UNDECIDABLE ->
                failed(new Undecidable(Reason.REPLY_UNKNOWN, words, true), Way.FAILS);
        };
    }

    private static Duration pause(WireAnswer.Answered answered, ReplyTable table) {
        return Objects.requireNonNullElse(answered.retryAfter(), table.pause());
    }

    private static Interpretation sessionOver(String words, Way way) {
        return new Interpretation(new CallResult.Failed(new NotSent(Reason.SESSION_REFUSED, words)), true, way);
    }

    private static Interpretation failed(DeliveryOutcome outcome, Way way) {
        return new Interpretation(new CallResult.Failed(outcome), false, way);
    }
}
