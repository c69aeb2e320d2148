package vn.lienthong.civilstatus.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.partner.WireAnswer;

/** Reads the answers of the platform strictly. */
final class Answers {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Answers() {}

    /** The one object that the answer is, if it is one. */
    static Optional<JsonNode> object(WireAnswer answer) {
        if (!(answer instanceof WireAnswer.Answered answered)) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answered.bytes()))
                    .toString();
            return Optional.ofNullable(STRICT.readTree(text)).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /** A text that the database takes: cut, no lone half of a character, no zero byte; empty where there is none. */
    static String text(JsonNode object, String field, int longest) {
        String whole = object.path(field).asText("");
        String cut = whole.substring(0, Math.min(whole.length(), longest));
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
    }

    /** How long to wait before the next call, where one is to wait. */
    static Duration pause(WireAnswer.Answered answered, ReplyTable replies) {
        return Objects.requireNonNullElse(answered.retryAfter(), replies.rest());
    }
}
