package vn.lienthong.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the texts of a JSON value, names included, and finds the first that will not do. */
final class Texts {
    private Texts() {}

    /** JSON Pointer of the first text not in NFC; null if there is none. */
    static @Nullable String firstNotNormal(JsonNode node) {
        return first(node, text -> !StrictJson.isNormal(text));
    }

    /** JSON Pointer of the first text with a NUL; null if there is none. */
    static @Nullable String firstWithNul(JsonNode node) {
        return first(node, text -> text.indexOf('\0') >= 0);
    }

    /** The pointer is put together on the way back, so that clean input costs no strings. */
    private static @Nullable String first(JsonNode node, Predicate<String> bad) {
        if (node.isTextual()) {
            return bad.test(node.textValue()) ? "" : null;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String found = first(node.get(i), bad);
                if (found != null) {
                    return "/" + i + found;
                }
            }
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String found = bad.test(field.getKey()) ? "" : first(field.getValue(), bad);
                if (found != null) {
                    return "/" + field.getKey().replace("~", "~0").replace("/", "~1") + found;
                }
            }
        }
        return null;
    }
}
