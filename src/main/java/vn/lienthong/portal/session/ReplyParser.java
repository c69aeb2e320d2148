package vn.lienthong.portal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads answers strictly: UTF-8 without a wrong byte, one whole JSON object, a code in it. All else is unreadable. */
final class ReplyParser {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ReplyParser() {}

    /** The object that was answered. */
    static Optional<JsonNode> object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode read = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return Optional.ofNullable(read).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Reply> reply(byte[] bytes, ReplyTable table) {
        return object(bytes)
                .flatMap(body -> code(body, table)
                        .map(code -> new Reply(
                                code,
                                text(at(body, table.fields().message())),
                                at(body, table.fields().result()),
                                table.ofCode(code))));
    }

    /** The code in a reply or in an entry of its result. */
    static Optional<String> code(JsonNode body, ReplyTable table) {
        return Optional.ofNullable(text(at(body, table.fields().code()))).filter(code -> !code.isEmpty());
    }

    /** What stands at a name, or at names with dots between them one inside the other. */
    static JsonNode at(JsonNode body, String path) {
        JsonNode found = body;
        for (String name : path.split("\\.", -1)) {
            found = found.path(name);
        }
        return found;
    }

    static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : null;
    }
}
