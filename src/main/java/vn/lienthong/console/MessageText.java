package vn.lienthong.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A message for people: of a batch only the part of the dossier they look at, masked unless that dossier is open to them.
 *
 * @param lines pretty, line by line
 * @param raw in one line as on the wire, without other dossiers and secrets; null while masked
 * @param others how many items of other dossiers were left out
 * @param readable whether it is JSON; what is not is hidden whole while masked
 */
record MessageText(List<String> lines, @Nullable String raw, int others, boolean readable, int bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 2_000_000;
    private static final int MOST_LINES = 1500;
    private static final int LONGEST_RAW = 64_000;

    static MessageText of(byte[] bytes, String dossierNumber, boolean open) {
        if (bytes.length > LARGEST) {
            return new MessageText(List.of(), null, 0, false, bytes.length);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Narrowed own = narrow(JSON.readTree(text), dossierNumber);
            JsonNode shown = Mask.of(own.message(), open);
            return new MessageText(
                    lines(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown)),
                    open ? cut(shown.toString()) : null,
                    own.others(),
                    true,
                    bytes.length);
        } catch (JsonProcessingException other) {
            return new MessageText(open ? lines(cut(text)) : List.of(), null, 0, false, bytes.length);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().limit(MOST_LINES).toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW) + "…";
    }

    private record Narrowed(JsonNode message, int others) {}

    /** Leaves out the items beside the one that names this dossier, wherever a list holds such a one. */
    private static Narrowed narrow(JsonNode node, String number) {
        if (node instanceof ArrayNode array) {
            List<JsonNode> own = StreamSupport.stream(array.spliterator(), false)
                    .filter(item -> names(item, number))
                    .toList();
            List<JsonNode> kept = own.isEmpty()
                    ? StreamSupport.stream(array.spliterator(), false).toList()
                    : own;
            ArrayNode shorter = JsonNodeFactory.instance.arrayNode();
            int others = array.size() - kept.size();
            for (JsonNode item : kept) {
                Narrowed inner = narrow(item, number);
                shorter.add(inner.message());
                others += inner.others();
            }
            return new Narrowed(shorter, others);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode same = JsonNodeFactory.instance.objectNode();
            int others = 0;
            for (var field : object.properties()) {
                Narrowed inner = narrow(field.getValue(), number);
                same.set(field.getKey(), inner.message());
                others += inner.others();
            }
            return new Narrowed(same, others);
        }
        return new Narrowed(node, 0);
    }

    private static boolean names(JsonNode node, String number) {
        return node.isValueNode()
                ? node.asText().equals(number)
                : StreamSupport.stream(node.spliterator(), false).anyMatch(inner -> names(inner, number));
    }
}
