package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.national.NationalFinding.Severity;

/**
 * Reads one object of the national form field by field. What no reading took is the {@link #rest}; a value that a reading
 * could not understand stays there too. Texts, numbers and truth values are taken alike.
 */
final class ItemReader {
    private static final Set<String> TRUE = Set.of("1", "true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("0", "false", "False", "FALSE");

    private final JsonNode item;
    private final String path;
    private final Findings findings;
    private final Set<String> taken = new HashSet<>();

    ItemReader(JsonNode item, String path, Findings findings) {
        this.item = item;
        this.path = path;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** A text; null when there is none. */
    @Nullable
    String text(String field) {
        String text = peek(field);
        take(field);
        return text;
    }

    @Nullable
    String text(String field, int longest) {
        String text = text(field);
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (length > longest) {
            findings.tooLong(pathOf(field), length, longest, Severity.WARNING);
        }
        return text;
    }

    /** A text that must be there; empty when it is not, which is then an error. */
    String required(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            findings.missing(pathOf(field));
            return "";
        }
        return text;
    }

    String required(String field, int longest) {
        text(field, longest);
        return required(field);
    }

    @Nullable
    OffsetDateTime requiredTime(String field) {
        return required(field).isEmpty() ? null : time(field);
    }

    @Nullable
    OffsetDateTime time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        Optional<OffsetDateTime> time = NationalTimes.read(text);
        if (time.isEmpty()) {
            findings.notTime(pathOf(field));
        }
        return time.orElse(null);
    }

    /** A code of a list; an unknown one stays in the rest. */
    <E> @Nullable E code(String field, CodeList<E> list) {
        return understood(field, list::meaning);
    }

    /** A code that must be there and known. */
    <E> @Nullable E requiredCode(String field, CodeList<E> list) {
        String text = text(field);
        if (text == null) {
            findings.missing(pathOf(field));
            return null;
        }
        Optional<E> meaning = list.meaning(text);
        if (meaning.isEmpty()) {
            findings.unusableCode(pathOf(field));
        }
        return meaning.orElse(null);
    }

    @Nullable
    Boolean flag(String field) {
        return understood(field, text -> Optional.ofNullable(truth(text)));
    }

    /** A value that {@code reading} may understand; else it stays in the rest. */
    <E> @Nullable E understood(String field, Function<String, Optional<E>> reading) {
        String text = peek(field);
        if (text == null) {
            take(field);
            return null;
        }
        Optional<E> meaning = reading.apply(text);
        if (meaning.isPresent()) {
            take(field);
        } else {
            findings.unknownCode(pathOf(field));
        }
        return meaning.orElse(null);
    }

    /** Every object of a list. */
    <T> List<T> list(String field, Function<ItemReader, T> reading) {
        take(field);
        JsonNode list = item.get(field);
        if (Verbatim.blank(list)) {
            return List.of();
        }
        if (!list.isArray()) {
            findings.wrongType(pathOf(field), "danh sách", "a list");
            return List.of();
        }
        List<T> read = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String place = pathOf(field) + "[" + i + "]";
            if (list.get(i).isObject()) {
                read.add(reading.apply(new ItemReader(list.get(i), place, findings)));
            } else {
                findings.wrongType(place, "một đối tượng", "an object");
            }
        }
        return read;
    }

    /** A text without taking it; null when there is none. */
    @Nullable
    String peek(String field) {
        JsonNode value = item.get(field);
        if (Verbatim.blank(value)) {
            return null;
        }
        if (!value.isValueNode()) {
            findings.wrongType(pathOf(field), "một giá trị đơn", "a single value");
            return null;
        }
        return value.asText();
    }

    JsonNode node(String field) {
        return item.path(field);
    }

    void take(String field) {
        taken.add(field);
    }

    /** Leaves a field in the rest although it was read. */
    void leave(String field) {
        taken.remove(field);
    }

    /** Everything not taken, verbatim. */
    Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>();
        item.properties().forEach(field -> {
            Object value = taken.contains(field.getKey()) ? null : Verbatim.value(field.getValue());
            if (value != null) {
                rest.put(field.getKey(), value);
            }
        });
        return rest;
    }

    static @Nullable Boolean truth(String text) {
        return TRUE.contains(text) ? Boolean.TRUE : FALSE.contains(text) ? Boolean.FALSE : null;
    }
}
