package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.portal.session.FieldRule;
import vn.lienthong.portal.session.ItemForm;

/**
 * Fills a partner's own form from what is told. Nothing is cut, guessed or improved: what is absent stays absent, what is
 * too long or missing goes back to its agency, a value without a code stops before the operator.
 */
final class FormWriter {
    private final JsonNode told;
    private @Nullable String unsendable;
    private @Nullable String unbuildable;

    private FormWriter(JsonNode told) {
        this.told = told;
    }

    /** The item; {@code told} has one object for each source. */
    static ItemWriting write(ItemForm.Own form, JsonNode told) {
        FormWriter writer = new FormWriter(told);
        ObjectNode item = writer.object(form.fields(), JsonNodeFactory.instance.missingNode(), "");
        if (writer.unbuildable != null) {
            return new ItemWriting.Unbuildable(writer.unbuildable);
        }
        return writer.unsendable == null
                ? new ItemWriting.Written(item)
                : new ItemWriting.Unsendable(writer.unsendable);
    }

    private ObjectNode object(Map<String, FieldRule> fields, JsonNode entry, String place) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, rule) -> put(out, name, rule, entry, place + name));
        return out;
    }

    private void put(ObjectNode out, String name, FieldRule rule, JsonNode entry, String place) {
        switch (rule) {
            case FieldRule.Fixed fixed -> out.put(name, fixed.text());
            case FieldRule.Group group -> out.set(name, object(group.fields(), entry, place + "."));
            case FieldRule.Rows rows -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (JsonNode each : at(rows.each(), entry)) {
                    list.add(object(rows.fields(), each, place + "."));
                }
                if (!list.isEmpty() || rows.always()) {
                    out.set(name, list);
                }
            }
            case FieldRule.Value value -> value(out, name, value, entry, place);
        }
    }

    private void value(ObjectNode out, String name, FieldRule.Value rule, JsonNode entry, String place) {
        JsonNode found = at(rule.from(), entry);
        if (found.isContainerNode()) {
            unbuildable(place, "không phải một giá trị đơn", "is not a single value");
            return;
        }
        String text = found.isNull() || found.isMissingNode() ? "" : found.asText();
        if (text.isEmpty()) {
            if (rule.required()) {
                unsendable(place, "bắt buộc mà hồ sơ không có", "is required and the dossier does not have it");
            } else if (rule.always()) {
                out.put(name, "");
            }
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (rule.longest() > 0 && length > rule.longest()) {
            unsendable(
                    place,
                    "dài " + length + " ký tự, nhiều nhất " + rule.longest(),
                    "has " + length + " characters, at most " + rule.longest());
            return;
        }
        said(text, rule, place).ifPresent(said -> out.set(name, said));
    }

    private Optional<JsonNode> said(String text, FieldRule.Value rule, String place) {
        String pattern = rule.time();
        if (pattern != null) {
            Optional<String> time = FormTimes.write(text, pattern);
            if (time.isEmpty()) {
                unbuildable(place, "không phải thời điểm", "is not a time");
            }
            return time.map(JsonNodeFactory.instance::textNode);
        }
        String code = rule.codes().isEmpty() ? text : rule.codes().get(text);
        if (code == null) {
            unbuildable(place, "bảng codes không có " + known(text), "codes does not have " + known(text));
            return Optional.empty();
        }
        return switch (rule.type()) {
            case TEXT -> Optional.of(JsonNodeFactory.instance.textNode(code));
            case NUMBER -> number(code, place);
            case TRUTH -> truth(code, place);
        };
    }

    private Optional<JsonNode> number(String text, String place) {
        try {
            return Optional.of(JsonNodeFactory.instance.numberNode(new BigDecimal(text)));
        } catch (NumberFormatException other) {
            unbuildable(place, "không phải số", "is not a number");
            return Optional.empty();
        }
    }

    private Optional<JsonNode> truth(String text, String place) {
        if (List.of("true", "1", "false", "0").contains(text)) {
            return Optional.of(
                    JsonNodeFactory.instance.booleanNode(List.of("true", "1").contains(text)));
        }
        unbuildable(place, "không phải đúng hoặc sai", "is neither true nor false");
        return Optional.empty();
    }

    private JsonNode at(List<String> path, JsonNode entry) {
        JsonNode found = path.getFirst().equals("entry") ? entry : told.path(path.getFirst());
        for (String name : path.subList(1, path.size())) {
            found = found.path(name);
        }
        return found;
    }

    /** A word of a code list may be told; what could be somebody's name or number may not. */
    private static String known(String value) {
        return value.length() <= 4 || value.matches("[A-Z_]{1,30}") ? "\"" + value + "\"" : "***";
    }

    private void unsendable(String place, String vi, String en) {
        unsendable = added(unsendable, place, vi, en);
    }

    private void unbuildable(String place, String vi, String en) {
        unbuildable = added(unbuildable, place, vi, en);
    }

    private static String added(@Nullable String before, String place, String vi, String en) {
        String words = place + ": " + vi + " / " + en;
        return before == null ? words : before + "; " + words;
    }
}
