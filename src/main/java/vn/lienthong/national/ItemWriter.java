package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.national.NationalFinding.Severity;

/**
 * Writes one object of the national form in the contract's order. The verbatim fields given with it fill what the content
 * leaves open; a verbatim field that says something else than the content is a contradiction, never a silent choice.
 */
final class ItemWriter {
    private final ObjectNode out = JsonNodeFactory.instance.objectNode();
    private final Map<String, Object> verbatim;
    private final String path;
    private final Findings findings;
    private final Set<String> written = new HashSet<>();

    ItemWriter(Map<String, Object> verbatim, String path, Findings findings) {
        this.verbatim = verbatim;
        this.path = path;
        this.findings = findings;
    }

    /** A field that always stands there, empty when there is nothing to say. */
    void required(String field, @Nullable String value) {
        write(field, text(value), true, same -> false);
    }

    /** A field that stands there only when there is something to say. */
    void optional(String field, @Nullable String value) {
        write(field, text(value), false, same -> false);
    }

    void limited(String field, @Nullable String value, int longest) {
        required(field, value);
        String said = out.path(field).asText();
        int length = said.codePointCount(0, said.length());
        if (length > longest) {
            findings.tooLong(pathOf(field), length, longest, Severity.ERROR);
        }
    }

    /** A field where the sender's own word, if there is one, wins over what we would say. */
    void asGiven(String field, @Nullable String derived) {
        write(field, text(derived), true, same -> true);
    }

    /** A field that stands there with a default when nobody says anything. */
    void defaulted(String field, @Nullable String value, String otherwise) {
        write(field, text(value == null && given(field) == null ? otherwise : value), true, same -> false);
    }

    /** A field whose verbatim form may differ from ours as long as it reads the same. */
    void either(String field, @Nullable JsonNode value, boolean required, Predicate<JsonNode> readsTheSame) {
        write(field, value, required, readsTheSame);
    }

    <E> void code(String field, @Nullable E meaning, CodeList<E> list) {
        required(field, meaning == null ? null : list.code(meaning));
    }

    void flag(String field, @Nullable Boolean value) {
        flag(field, value, same -> false);
    }

    void flag(String field, @Nullable Boolean value, Predicate<JsonNode> readsTheSame) {
        write(field, text(value == null ? null : value ? "1" : "0"), false, readsTheSame);
    }

    void time(String field, @Nullable OffsetDateTime value) {
        stated(field, timeText(field, value), false);
    }

    void requiredTime(String field, @Nullable OffsetDateTime value) {
        stated(field, timeText(field, value), true);
    }

    /** A field on which only the content has a say, even when it says nothing. */
    void stated(String field, @Nullable String value, boolean required) {
        JsonNode given = given(field);
        if (given != null && !given.asText().equals(value == null ? "" : value)) {
            findings.contradiction(pathOf(field), Severity.ERROR);
        }
        set(field, text(value), required);
    }

    /** A field that the content has no place for. */
    void carried(String field) {
        write(field, null, false, same -> true);
    }

    <T> void list(String field, List<T> entries, BiConsumer<T, ItemWriter> writing, VerbatimOf<T> verbatimOf) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < entries.size(); i++) {
            ItemWriter entry = new ItemWriter(verbatimOf.of(entries.get(i)), pathOf(field) + "[" + i + "]", findings);
            writing.accept(entries.get(i), entry);
            list.add(entry.finish());
        }
        write(field, list, false, same -> false);
    }

    /** The verbatim part of an entry of a list. */
    interface VerbatimOf<T> {
        Map<String, Object> of(T entry);
    }

    private ObjectNode finish() {
        verbatim.forEach((field, value) -> {
            JsonNode node = written.contains(field) ? null : Verbatim.node(value);
            if (node != null) {
                check(field, node);
                out.set(field, node);
            }
        });
        return out;
    }

    /** The whole, unless something found on the way speaks against it. */
    NationalWriting outcome() {
        ObjectNode item = finish();
        return findings.failed() ? new NationalWriting.Unbuildable(findings.all()) : new NationalWriting.Written(item);
    }

    private void write(String field, @Nullable JsonNode value, boolean required, Predicate<JsonNode> accepts) {
        JsonNode given = given(field);
        boolean differs = given != null && !Verbatim.blank(value) && !given.equals(value);
        if (given != null && differs && !accepts.test(given)) {
            findings.contradiction(pathOf(field), Severity.ERROR);
        }
        set(field, given != null ? given : value, required);
    }

    private void set(String field, @Nullable JsonNode value, boolean required) {
        written.add(field);
        if (value != null && !Verbatim.blank(value)) {
            check(field, value);
            out.set(field, value);
        } else if (required) {
            out.put(field, "");
        } else {
            JsonNode empty = Verbatim.node(verbatim.get(field));
            if (empty != null) {
                out.set(field, empty);
            }
        }
    }

    private @Nullable JsonNode given(String field) {
        JsonNode given = Verbatim.node(verbatim.get(field));
        return Verbatim.blank(given) ? null : given;
    }

    private void check(String field, JsonNode value) {
        if (!Verbatim.wellFormed(field) || !Verbatim.wellFormed(value)) {
            findings.brokenText(pathOf(field));
        }
    }

    private @Nullable String timeText(String field, @Nullable OffsetDateTime value) {
        if (value == null) {
            return null;
        }
        Optional<String> text = NationalTimes.write(value);
        if (text.isEmpty()) {
            findings.notTime(pathOf(field));
        }
        return text.orElse(null);
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static @Nullable JsonNode text(@Nullable String value) {
        return value == null || value.isEmpty() ? null : JsonNodeFactory.instance.textNode(value);
    }
}
