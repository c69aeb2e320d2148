package vn.lienthong.insurance.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.partner.WireAnswer;

/** JSON over the province's bus: the signed document as base64 beside its reference. */
final class JsonLine implements Line {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final InsuranceHttp http;
    private final Contract.Json names;
    private final Supplier<Optional<String>> token;

    /** {@code token}: what the bus lets us in by, if it wants that. */
    JsonLine(InsuranceHttp http, Contract contract, Supplier<Optional<String>> token) {
        this.http = http;
        this.names = contract.json();
        this.token = token;
    }

    @Override
    public Said forward(Call call, byte[] document) {
        ObjectNode body = about(call).put(names.document(), document);
        return say(call, names.forward(), body);
    }

    @Override
    public Said ask(Call call) {
        return say(call, names.ask(), about(call));
    }

    private ObjectNode about(Call call) {
        return JsonNodeFactory.instance.objectNode().put(names.reference(), call.reference());
    }

    private Said say(Call call, String path, ObjectNode body) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json; charset=UTF-8"));
        token.get().ifPresent(value -> headers.put("Authorization", "Bearer " + value));
        WireAnswer answer = http.post(call, path, headers, body.toString().getBytes(StandardCharsets.UTF_8));
        if (!(answer instanceof WireAnswer.Answered answered)) {
            return http.failed(answer);
        }
        JsonNode read = object(answered.bytes()).orElse(JsonNodeFactory.instance.objectNode());
        String code = read.path(names.code()).asText("").strip();
        if (code.isEmpty() || !answered.ok()) {
            return http.failed(answered);
        }
        JsonNode words = read.path(names.message());
        return http.told(answered, code, words.isTextual() ? words.textValue() : null);
    }

    private static Optional<JsonNode> object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.ofNullable(STRICT.readTree(text)).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
