package vn.lienthong.post.tracking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * The same in parts, each of which hands over no more than so many parcels: a transaction locks every dossier that it
     * returns, and the database can hold only so many locks. The parts' messages put together are the whole message.
     */
    List<Received> parts(int most) {
        List<List<ParcelEvent>> groups = new ArrayList<>(List.of(new ArrayList<>()));
        int handedOver = 0;
        for (ParcelEvent event : events) {
            if (event.state() == ParcelState.DELIVERED && ++handedOver > most) {
                groups.add(new ArrayList<>());
                handedOver = 1;
            }
            groups.getLast().add(event);
        }
        if (groups.size() == 1) {
            return List.of(this);
        }
        List<Received> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < groups.size(); i++) {
            boolean last = i == groups.size() - 1;
            int to =
                    last ? message.bytes().length : groups.get(i + 1).getFirst().from();
            parts.add(part(groups.get(i), from, to));
            from = to;
        }
        return List.copyOf(parts);
    }

    private Received part(List<ParcelEvent> some, int from, int to) {
        Message piece = new Message(
                Ids.next(),
                message.direction(),
                message.channel(),
                message.party(),
                null,
                null,
                Arrays.copyOfRange(message.bytes(), from, to));
        return new Received(
                source,
                caller,
                piece,
                keepStrangers,
                some.stream().map(event -> event.movedBy(-from)).toList());
    }

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
