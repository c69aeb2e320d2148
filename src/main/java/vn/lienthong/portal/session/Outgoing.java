package vn.lienthong.portal.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;
import vn.lienthong.portal.session.ServiceContract.Shape;

/**
 * A call as evidence: the whole, and each item in it by itself, so that who is shown one dossier is not shown the others.
 *
 * @param byDelivery the evidence of each delivery's item
 */
record Outgoing(Message whole, List<Evidence.Part> parts, Map<Long, UUID> byDelivery) {

    static Outgoing of(String partner, byte[] body, Shape shape, List<CallItem> items) {
        Message whole = Message.out(partner, partner, body);
        if (shape == Shape.FLAT && !items.isEmpty()) {
            // the one item has no bytes of its own: all of the call is about its dossier
            CallItem only = items.getFirst();
            Message message = whole.about(only.delivery().dossierNumber());
            return new Outgoing(message, List.of(), Map.of(only.delivery().id(), message.id()));
        }
        int end = shape == Shape.LIST ? 2 : 1; // ]} or }
        List<byte[]> texts = items.stream()
                .map(item -> item.item().toString().getBytes(StandardCharsets.UTF_8))
                .toList();
        int from =
                body.length - end - texts.stream().mapToInt(text -> text.length).sum() - Math.max(0, texts.size() - 1);
        Message envelope = whole.carrying(texts);
        List<Evidence.Part> parts = new ArrayList<>();
        Map<Long, UUID> byDelivery = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            if (from < 0 || !Arrays.equals(body, from, from + text.length, text, 0, text.length)) {
                throw new IllegalStateException("An item does not stand where the call was to hold it");
            }
            CallItem item = items.get(i);
            Message part = envelope.item(Ids.next(), item.delivery().dossierNumber(), text);
            parts.add(new Evidence.Part(part, from));
            byDelivery.put(item.delivery().id(), part.id());
            from += text.length + 1;
        }
        return new Outgoing(envelope, parts, byDelivery);
    }
}
