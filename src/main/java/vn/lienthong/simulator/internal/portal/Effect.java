package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import vn.lienthong.simulator.internal.Json;

/**
 * The head of one effect: everything about it but the item. On disk the item follows as the last field, so that a start
 * reads only heads.
 *
 * @param number its place among all effects of this portal, from 1
 * @param at when it took effect
 * @param service the service that was called
 * @param isUpdating as the call said; false for steps
 * @param dossier MaHoSo
 * @param fingerprint of the item
 * @param mark of the item
 * @param outOfOrder whether it is older than one shown before
 */
record Effect(
        int number,
        String at,
        String service,
        boolean isUpdating,
        String dossier,
        long fingerprint,
        Mark mark,
        boolean outOfOrder) {

    static final String ITEM = "item";

    boolean isStep() {
        return service.equals(Service.PROGRESS);
    }

    boolean isCreate() {
        return !isStep() && !isUpdating;
    }

    /** The head's fields, for a line or for a page of the feed. */
    ObjectNode write() {
        ObjectNode node = Json.object();
        node.put("number", number).put("at", at).put("service", service);
        if (isStep()) {
            node.putNull("isUpdating");
        } else {
            node.put("isUpdating", isUpdating);
        }
        node.put("MaHoSo", dossier).put("status", mark.status()).put("time", mark.latest());
        return node.put("outOfOrder", outOfOrder).put("fingerprint", fingerprint);
    }

    /** Reads the fields before the item; nothing when they are not all there. */
    static Optional<ObjectNode> head(byte[] line) {
        if (line.length == 0 || line[line.length - 1] != '}') {
            return Optional.empty();
        }
        ObjectNode head = Json.object();
        try (JsonParser parser = Json.parser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME
                    && !parser.currentName().equals(ITEM)) {
                String name = parser.currentName();
                switch (parser.nextToken()) {
                    case VALUE_NUMBER_INT -> head.put(name, parser.getLongValue());
                    case VALUE_STRING -> head.put(name, parser.getText());
                    case VALUE_TRUE -> head.put(name, true);
                    case VALUE_FALSE -> head.put(name, false);
                    case VALUE_NULL -> head.putNull(name);
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(head);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    static Effect read(ObjectNode head) {
        return new Effect(
                head.path("number").intValue(),
                head.path("at").asText(),
                head.path("service").asText(),
                head.path("isUpdating").asBoolean(false),
                head.path("MaHoSo").asText(),
                head.path("fingerprint").longValue(),
                new Mark(head.path("status").intValue(), head.path("time").longValue()),
                head.path("outOfOrder").asBoolean());
    }
}
