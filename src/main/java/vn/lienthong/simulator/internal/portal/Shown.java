package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.simulator.internal.Json;

/** Lines of the effect log as the outside sees them. */
final class Shown {
    private Shown() {}

    /** The effect's own fields, without what only the log needs. */
    static ObjectNode head(byte[] line) {
        ObjectNode head = Effect.head(line).orElseThrow(() -> new IllegalStateException("damaged line"));
        head.remove("fingerprint");
        head.remove("more");
        return head;
    }

    /** The effect and, beside its fields, those of the whole item as received. */
    static ObjectNode whole(byte[] line) {
        ObjectNode whole = Json.object();
        ObjectNode head = head(line);
        for (String name : new String[] {"at", "service", "isUpdating", "number", "outOfOrder"}) {
            whole.set(name, head.get(name));
        }
        item(line).properties().forEach(field -> whole.putIfAbsent(field.getKey(), field.getValue()));
        return whole;
    }

    static ObjectNode item(byte[] line) {
        JsonNode item = Json.read(line).map(read -> read.get(Effect.ITEM)).orElseThrow();
        return (ObjectNode) item;
    }
}
