package vn.lienthong.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a JSON value, names included, and finds the first text or number that will not do. */
final class Texts {
    private Texts() {}

    /** JSON Pointer of the first text not in NFC; null if there is none. */
    static @Nullable String firstNotNormal(JsonNode node) {
        return firstText(node, text -> !StrictJson.isNormal(text));
    }

    /** JSON Pointer of the first text with a NUL; null if there is none. */
    static @Nullable String firstWithNul(JsonNode node) {
        return firstText(node, text -> text.indexOf('\0') >= 0);
    }

    /** JSON Pointer of the first text with half a surrogate pair, which no UTF-8 can hold; null if there is none. */
    static @Nullable String firstWithHalfPair(JsonNode node) {
        return firstText(node, Texts::hasHalfPair);
    }

    /** JSON Pointer of the first number beyond 64 bits, which would be cut when read; null if there is none. */
    static @Nullable String firstHugeNumber(JsonNode node) {
        return first(node, leaf -> leaf.isNumber() && !leaf.canConvertToLong(), name -> false);
    }

    private static @Nullable String firstText(JsonNode node, Predicate<String> bad) {
        return first(node, leaf -> leaf.isTextual() && bad.test(leaf.textValue()), bad);
    }

    private static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The pointer is put together on the way back, so that clean input costs no strings. */
    private static @Nullable String first(JsonNode node, Predicate<JsonNode> bad, Predicate<String> badName) {
        if (node.isValueNode()) {
            return bad.test(node) ? "" : null;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String found = first(node.get(i), bad, badName);
                if (found != null) {
                    return "/" + i + found;
                }
            }
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String found = badName.test(field.getKey()) ? "" : first(field.getValue(), bad, badName);
                if (found != null) {
                    return "/" + field.getKey().replace("~", "~0").replace("/", "~1") + found;
                }
            }
        }
        return null;
    }
}
