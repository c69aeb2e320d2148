package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.portal.session.ServiceContract.Shape;

/**
 * A call about to be made for a batch: {@code head} is what stands before the data, in order; the session is put before it
 * when the call is made. No items, no call.
 *
 * @param envelope how the items lie in it
 */
public record SessionCall(DeliveryBatch batch, ObjectNode head, Envelope envelope, List<CallItem> items) {
    /** Everything but the session. */
    ObjectNode parameters() {
        ObjectNode whole = head.deepCopy();
        if (envelope.shape() == Shape.LIST) {
            whole.putArray(envelope.data())
                    .addAll(items.stream().map(CallItem::item).toList());
            return whole;
        }
        if (items.size() != 1) {
            throw new IllegalStateException("A call of this shape takes one item, not " + items.size());
        }
        ObjectNode only = items.getFirst().item();
        if (envelope.shape() == Shape.SINGLE) {
            whole.set(envelope.data(), only);
        } else {
            whole.setAll(only);
        }
        return whole;
    }
}
