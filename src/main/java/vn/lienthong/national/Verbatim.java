package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields without a home, between JSON and the {@code national} map. The form has text for numbers too, so a number becomes
 * its text here; that also keeps digits which a binary number would lose on its way through the database.
 */
final class Verbatim {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Verbatim() {}

    /** JSON to a plain value of maps, lists, texts and truth values. */
    static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> {
                Object inside = value(field.getValue());
                if (inside != null) {
                    map.put(field.getKey(), inside);
                }
            });
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(element -> {
                Object inside = value(element);
                list.add(inside == null ? "" : inside);
            });
            return list;
        }
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        return node.isBoolean() ? node.booleanValue() : node.asText();
    }

    /** A plain value to JSON; null where there is nothing. */
    static @Nullable JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                map.forEach((key, inside) -> {
                    JsonNode node = node(inside);
                    if (node != null) {
                        object.set(String.valueOf(key), node);
                    }
                });
                yield object;
            }
            case Collection<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(inside -> {
                    JsonNode node = node(inside);
                    array.add(node == null ? NODES.textNode("") : node);
                });
                yield array;
            }
            case Boolean truth -> NODES.booleanNode(truth);
            default -> NODES.textNode(value.toString());
        };
    }

    /** The same JSON as it comes back from a map; null where there is nothing. */
    static @Nullable JsonNode normal(JsonNode node) {
        JsonNode normal = node(value(node));
        return blank(normal) ? null : normal;
    }

    /** Whether all texts and names inside are well-formed. */
    static boolean wellFormed(JsonNode node) {
        if (node.isTextual()) {
            return wellFormed(node.textValue());
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .allMatch(field -> wellFormed(field.getKey()) && wellFormed(field.getValue()));
        }
        for (JsonNode inside : node) {
            if (!wellFormed(inside)) {
                return false;
            }
        }
        return true;
    }

    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether a value says nothing. */
    static boolean blank(@Nullable JsonNode node) {
        return node == null
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())
                || (node.isContainerNode() && node.isEmpty());
    }
}
