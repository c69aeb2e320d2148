package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply that could be read: the partner's code, its words, its result, and what the code means if that is known. */
public record Reply(String code, @Nullable String message, JsonNode result, Optional<ReplyClass> meaning) {
    /** Code and words, for the clerk. */
    public String words() {
        return message == null || message.isEmpty() ? code : code + " " + message;
    }

    /** What one entry of a result says; an entry without a code of its own shares that of the whole. */
    public static Reply entry(JsonNode entry, Reply whole, ReplyTable table) {
        String code = Optional.ofNullable(
                        ReplyParser.text(entry.path(last(table.fields().code()))))
                .filter(own -> !own.isEmpty())
                .orElse(whole.code());
        String message = ReplyParser.text(entry.path(last(table.fields().message())));
        return new Reply(code, message == null ? whole.message() : message, entry, table.ofCode(code));
    }

    /** Where the whole has a field inside another, an entry has it right there. */
    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
