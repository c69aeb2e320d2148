package vn.lienthong.civilstatus.wire;

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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.WireAnswer;

/** Speaks to the civil-status platform in the words of the contract. Every call is one message, never more. */
@Component
public class CivilStatusLine {
    /** The partner entry. */
    public static final String PARTNER = "civil-status";

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final CivilStatusHttp http;
    private final Contract contract;
    private final ReplyTable replies;
    private final ReadingReader readings;

    CivilStatusLine(CivilStatusHttp http, Contract contract, ReplyTable replies) {
        this.http = http;
        this.contract = contract;
        this.replies = replies;
        this.readings = new ReadingReader(contract);
    }

    /** Hands a dossier over; the same again is one there. */
    public Said push(Call call, ObjectNode body) {
        Contract.Push names = contract.push();
        WireAnswer wire = http.post(call, names.path(), bytes(body)).wire();
        Optional<JsonNode> read = object(wire);
        if (!(wire instanceof WireAnswer.Answered answered) || read.isEmpty()) {
            return new Said.Failed(failed(wire));
        }
        String words = words(read.get(), names.words());
        String status = read.get().path(names.status()).asText("").strip();
        String code = read.get().path(names.code()).asText("").strip();
        if (answered.ok() && status.equals(names.good())) {
            return told(answered, Meaning.TAKEN, status, words);
        }
        if (words != null && replies.saysAlready(words)) {
            return told(answered, Meaning.TAKEN, status, words);
        }
        return code.isEmpty() ? new Said.Failed(failed(wire)) : told(answered, replies.ofCode(code), code, words);
    }

    /** Asks what became of dossiers of one kind; has no effect there. */
    public Said read(Call call, String module, String province, List<String> dossiers) {
        Contract.Ask names = contract.ask();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        dossiers.forEach(body.putArray(names.ids())::add);
        body.put(names.province(), province).put(names.module(), module);
        CivilStatusHttp.Answer answer = http.post(call, names.path(), bytes(body));
        Optional<JsonNode> read = object(answer.wire());
        if (!(answer.wire() instanceof WireAnswer.Answered answered) || read.isEmpty()) {
            return new Said.Failed(failed(answer.wire()));
        }
        String status = read.get().path(names.status()).asText("").strip();
        String code = read.get().path(contract.push().code()).asText("").strip();
        if (answered.ok() && status.equals(names.good())) {
            return new Said.Read(readings.read(read.get().path(names.items()), module, dossiers), answer.evidence());
        }
        if (!code.isEmpty() && replies.ofCode(code) == Meaning.UNKNOWN) {
            return new Said.Read(List.of(), answer.evidence());
        }
        return code.isEmpty()
                ? new Said.Failed(failed(answer.wire()))
                : told(
                        answered,
                        replies.ofCode(code),
                        code,
                        words(read.get(), contract.push().words()));
    }

    private Said told(WireAnswer.Answered answered, Meaning meaning, String code, @Nullable String words) {
        return new Said.Told(meaning, code, words, pause(answered));
    }

    private Duration pause(WireAnswer.Answered answered) {
        return Objects.requireNonNullElse(answered.retryAfter(), replies.rest());
    }

    /** What an answer that says nothing readable means: by its status, or by what became of it on the wire. */
    private DeliveryOutcome failed(WireAnswer answer) {
        return switch (answer) {
            case WireAnswer.NotLeft kept ->
                new DeliveryOutcome.NotSent(
                        kept.ours() ? Reason.OWN_TROUBLE : Reason.PARTNER_UNREACHABLE, kept.detail());
            case WireAnswer.Lost lost -> new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, lost.detail(), false);
            case WireAnswer.Broken broken ->
                new DeliveryOutcome.MaybeSent(Reason.ANSWER_UNREADABLE, broken.detail(), false);
            case WireAnswer.Answered answered -> status(answered);
        };
    }

    private DeliveryOutcome status(WireAnswer.Answered answered) {
        String words = "HTTP " + answered.status() + ", " + answered.bytes().length + " byte(s)";
        if (answered.ok()) {
            return new DeliveryOutcome.MaybeSent(Reason.ANSWER_UNREADABLE, words, false);
        }
        return switch (replies.ofStatus(answered.status())) {
            case SESSION -> new DeliveryOutcome.NotSent(Reason.SESSION_REFUSED, words);
            case THROTTLED -> new DeliveryOutcome.Throttled(pause(answered));
            case NOT_SENT -> new DeliveryOutcome.NotSent(Reason.PARTNER_UNREACHABLE, words);
            case MAYBE_SENT -> new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, words, false);
            case TAKEN, REFUSED, UNKNOWN, UNDECIDABLE ->
                new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, words, true);
        };
    }

    private static @Nullable String words(JsonNode read, String field) {
        String words = read.path(field).asText("").replace('\0', ' ').strip();
        return words.isEmpty() ? null : words.substring(0, Math.min(words.length(), 500));
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<JsonNode> object(WireAnswer answer) {
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
}
