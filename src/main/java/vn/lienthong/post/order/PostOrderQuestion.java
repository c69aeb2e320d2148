package vn.lienthong.post.order;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;

/**
 * Finds out whether an order arrived whose answer was lost. None of the post's services can be asked for an order; its feed
 * tells of those that it has. What the feed did not tell of goes again only where the post recognises the number.
 */
@Component("postOrderQuestion")
public class PostOrderQuestion {
    private final Orders orders;
    private final Deliveries deliveries;
    private final OrderProperties settings;

    PostOrderQuestion(Orders orders, Deliveries deliveries, OrderProperties settings) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Notes an answer for every delivery of the batch. */
    public void ask(DeliveryBatch batch) {
        batch.undecided().forEach(delivery -> batch.note(delivery, about(delivery)));
    }

    private DeliveryOutcome about(ClaimedDelivery delivery) {
        Optional<PlacedOrder> found = orders.of(delivery);
        if (found.isEmpty()) {
            return new NotThere();
        }
        PlacedOrder order = found.get();
        return switch (order.state()) {
            case TAKEN -> {
                String item = order.item();
                if (item != null) {
                    deliveries.noteParcel(delivery.id(), item);
                }
                yield new Confirmed(order.number());
            }
            case CANCELLED -> new Undecidable(Reason.REPLY_UNDECIDABLE, "đơn đã hủy / the order was called off", true);
            case OPEN ->
                settings.repeatsKnown()
                        ? new CannotTell("gửi lại cùng số đơn / the same order number goes again")
                        : new Undecidable(Reason.MAYBE_SENT, order.number(), true);
        };
    }
}
