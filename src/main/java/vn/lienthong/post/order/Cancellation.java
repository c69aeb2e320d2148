package vn.lienthong.post.order;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.post.order.PlacedOrder.State;

/** Calls an order off at the post, by hand. Whoever learns nothing presses again: the post knows what it called off. */
@Component
class Cancellation {
    private static final String PARTNER = "post";

    private final OrderRepository rows;
    private final PostLine line;
    private final OrderReplyReader reader;
    private final Evidence evidence;
    private final Audit audit;
    private final OrderProperties settings;

    Cancellation(
            OrderRepository rows,
            PostLine line,
            OrderReplyReader reader,
            Evidence evidence,
            Audit audit,
            OrderProperties settings) {
        this.rows = rows;
        this.line = line;
        this.reader = reader;
        this.evidence = evidence;
        this.audit = audit;
        this.settings = settings;
    }

    /** Refuses with 409 what the post refuses or cannot be asked, with 503 what it did not answer. */
    PlacedOrder cancel(PlacedOrder order, Caller caller, String reason) {
        String path = settings.cancelPath();
        if (order.state() == State.CANCELLED) {
            return order;
        }
        if (path == null) {
            throw problem(
                    409,
                    "POST-CANCEL-ELSEWHERE",
                    "Dịch vụ đang dùng không hủy đơn qua kết nối được; hãy gọi bưu điện.",
                    "The service in use takes no cancellations; call the post.");
        }
        WireAnswer answer =
                line.get(PARTNER, path, Map.of("CustomerCode", order.customer(), "OrderNumber", order.number()));
        if (answer instanceof WireAnswer.Answered answered) {
            evidence.keep(List.of(new Message(
                    Ids.next(), Message.Direction.IN, "post", PARTNER, order.dossierNumber(), null, answered.bytes())));
        }
        DeliveryOutcome outcome = reader.read(answer).outcome();
        String subject = "post-order:" + order.number();
        if (outcome instanceof Confirmed) {
            rows.cancelled(order.number());
            audit.record(caller, "post-order.cancel", subject, reason, Audit.Outcome.DONE);
            return rows.find(order.number()).orElse(order);
        }
        if (outcome instanceof Refused refused) {
            audit.record(caller, "post-order.cancel", subject, reason, Audit.Outcome.REFUSED);
            throw problem(
                    409,
                    "POST-CANCEL-REFUSED",
                    "Bưu điện không hủy đơn: " + refused.partnerMessage(),
                    "The post does not call the order off: " + refused.partnerMessage());
        }
        audit.record(caller, "post-order.cancel", subject, reason, Audit.Outcome.FAILED);
        throw problem(
                503,
                "POST-NO-ANSWER",
                "Bưu điện không trả lời; đơn có thể đã hủy. Hãy bấm hủy lần nữa sau ít phút.",
                "The post does not answer; the order may be called off. Press again in some minutes.");
    }

    private static ProblemException problem(int status, String code, String vi, String en) {
        return new ProblemException(Problem.of(status, code, vi, en));
    }
}
