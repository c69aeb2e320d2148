package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.lienthong.delivery.DeliveryBatch;

/**
 * A call about to be made for a batch: {@code head} is what stands before the data, in order; the session is put before it
 * when the call is made. No items, no call.
 */
public record SessionCall(DeliveryBatch batch, ObjectNode head, List<CallItem> items) {
    /** Everything but the session. */
    ObjectNode parameters() {
        ObjectNode whole = head.deepCopy();
        whole.putArray("data").addAll(items.stream().map(CallItem::item).toList());
        return whole;
    }

    /** The head that every call has. */
    public static ObjectNode head(String unit, String service) {
        return JsonNodeFactory.instance.objectNode().put("madonvi", unit).put("service", service);
    }
}
