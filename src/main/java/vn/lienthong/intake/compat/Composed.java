package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.kernel.ProblemException;

/**
 * An item as it is compared and stored: text composed (Unicode NFC), names in one order, whatever library wrote it.
 *
 * @param changed whether some text was not composed
 */
record Composed(JsonNode item, boolean changed) {
    static Composed of(JsonNode item) {
        Composer composer = new Composer();
        JsonNode composed = composer.node(item);
        return new Composed(composed, composer.changed);
    }

    private static final class Composer {
        private boolean changed;

        private JsonNode node(JsonNode node) {
            if (node.isTextual()) {
                return TextNode.valueOf(text(node.textValue()));
            }
            if (node.isArray()) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
                node.forEach(element -> array.add(node(element)));
                return array;
            }
            return node.isObject() ? object(node) : node;
        }

        private ObjectNode object(JsonNode node) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> {
                if (fields.put(text(field.getKey()), node(field.getValue())) != null) {
                    throw new ProblemException(CompatProblems.repeated(text(field.getKey())));
                }
            });
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.setAll(fields);
            return object;
        }

        private String text(String text) {
            if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                return text;
            }
            changed = true;
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }
}
