package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a register that keeps papers lists them: a field of ours is then a kind of paper, told by its first entry.
 *
 * @param askedIn member of the question that lists the kinds wanted
 * @param at pointer to the list in the answer
 * @param code member of an entry that holds its kind
 * @param fields our names and the members of an entry where they stand
 */
public record Papers(String askedIn, String at, String code, Map<String, String> fields) {
    private static final int MOST = 500;

    /** The kinds wanted, as the question lists them. */
    ArrayNode wanted(Map<String, String> kinds, Iterable<String> names) {
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            String kind = kinds.get(name);
            if (kind != null) {
                wanted.addObject().put(code, kind);
            }
        }
        return wanted;
    }

    /** What is told of each of these kinds, by our names; null where the answer has no list. */
    @Nullable
    Map<String, JsonNode> read(JsonNode answer, Map<String, String> kinds) {
        JsonNode list = answer.at(at);
        if (list.isMissingNode() || !(list.isArray() || list.isNull()) || list.size() > MOST) {
            return null;
        }
        Map<String, JsonNode> held = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> list.forEach(entry -> {
            if (entry.path(code).asText().strip().equals(kind)) {
                held.putIfAbsent(name, paper(entry));
            }
        }));
        return held;
    }

    private ObjectNode paper(JsonNode entry) {
        ObjectNode paper = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, member) -> {
            JsonNode value = entry.path(member);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                paper.set(name, value);
            }
        });
        return paper;
    }
}
