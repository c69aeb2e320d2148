package vn.lienthong.portal;

import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.AlreadyThere;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyClass;

/** What a partner's code about one item means for its delivery. */
final class ItemOutcome {
    private ItemOutcome() {}

    static DeliveryOutcome of(Reply reply) {
        String code = reply.code();
        if (reply.meaning().isEmpty()) {
            return new Undecidable(Reason.REPLY_UNKNOWN, reply.words(), true);
        }
        ReplyClass meaning = reply.meaning().get();
        return switch (meaning) {
            case SUCCESS -> new Confirmed(code);
            case ALREADY_THERE -> new AlreadyThere(code);
            case NOT_HELD -> new NotHeld(code);
            case REFUSED -> new Refused(Reason.CONTENT_REFUSED, code, reply.message());
            case SESSION -> new NotSent(Reason.SESSION_REFUSED, reply.words());
            case THROTTLED -> new NotSent(Reason.THROTTLED, reply.words());
            case NOT_SENT -> new NotSent(Reason.PARTNER_UNREACHABLE, reply.words());
            case MAYBE_SENT -> new MaybeSent(Reason.ANSWER_LOST, reply.words(), false);
            case UNDECIDABLE -> new Undecidable(Reason.REPLY_UNDECIDABLE, reply.words(), true);
        };
    }
}
