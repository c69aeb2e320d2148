package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.Message;

/** What a register that speaks JSON told, with the bytes that crossed the wall for it. */
public sealed interface JsonAnswer {
    /** The bytes behind it. */
    List<Message> messages();

    /** It holds this, about {@code person} where it tells whom it is about. */
    record Held(
            Map<String, JsonNode> fields,
            List<Message> messages,
            @Nullable String person) implements JsonAnswer {
        /** Something that the register tells of nobody by number. */
        public Held(Map<String, JsonNode> fields, List<Message> messages) {
            this(fields, messages, null);
        }
    }

    /** It holds nothing under this key. */
    record NotHeld(List<Message> messages) implements JsonAnswer {}

    /** No answer that may be believed; {@code detail} is for the log and holds no personal data. */
    record Untold(Trouble trouble, String detail, List<Message> messages) implements JsonAnswer {}
}
