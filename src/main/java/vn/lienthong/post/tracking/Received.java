package vn.lienthong.post.tracking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import vn.lienthong.access.Caller;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;

/**
 * Events as they came in.
 *
 * @param source who numbers them
 * @param caller in whose name a dossier is moved
 * @param message the exact bytes that brought them
 * @param keepStrangers whether events of parcels that are not known are kept until they are: a feed tells them once, a
 *     caller can tell them again
 */
record Received(String source, Caller caller, Message message, boolean keepStrangers, List<ParcelEvent> events) {
    /** In whose name a dossier is moved by what the post told when it was asked. */
    static final Caller POST = new Caller("post", "Bưu điện", null, Set.of(), null, Caller.Kind.CLIENT);

    /** Events that came in before; their messages are no longer at hand, so they are named. */
    static Received before(List<ParcelEvent> kept) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        kept.forEach(event -> names.add(event.eventId()));
        byte[] bytes = JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("keptBefore", names)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Message message = new Message(Ids.next(), Message.Direction.IN, "post", "post", null, null, bytes);
        return new Received("post", POST, message, true, kept);
    }
}
