package vn.lienthong.post.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.post.PostCodes;
import vn.lienthong.post.PostMeaning;

/** What an answer on the wire means for an order. */
@Component
class OrderReplyReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final PostCodes codes;

    OrderReplyReader(PostCodes codes) {
        this.codes = codes;
    }

    /** What came of the call; {@code item}: the parcel number that the post told, if it did. */
    record Read(DeliveryOutcome outcome, Optional<String> item) {}

    Read read(WireAnswer answer) {
        return switch (answer) {
            case WireAnswer.NotLeft kept ->
                without(new NotSent(kept.ours() ? Reason.OWN_TROUBLE : Reason.PARTNER_UNREACHABLE, kept.detail()));
            case WireAnswer.Lost lost -> without(new MaybeSent(Reason.ANSWER_LOST, lost.detail(), false));
            case WireAnswer.Broken broken -> without(new MaybeSent(Reason.ANSWER_UNREADABLE, broken.detail(), false));
            case WireAnswer.Answered answered -> answered.ok() ? body(answered) : status(answered);
        };
    }

    private Read body(WireAnswer.Answered answered) {
        Optional<JsonNode> body = object(answered.bytes());
        String code = body.map(told -> told.path("Status").asText("")).orElse("");
        if (body.isEmpty() || code.isEmpty()) {
            return without(new MaybeSent(Reason.ANSWER_UNREADABLE, "HTTP " + answered.status(), false));
        }
        String words = code + " " + body.get().path("Message").asText("");
        Optional<PostMeaning> meaning = codes.ofCode(code);
        if (meaning.isEmpty()) {
            return without(new Undecidable(Reason.REPLY_UNKNOWN, words, true));
        }
        Optional<String> item =
                Optional.of(body.get().path("ItemCode").asText("")).filter(told -> !told.isBlank());
        return switch (meaning.get()) {
            case SUCCESS -> new Read(new Confirmed(code), item);
            case REFUSED -> without(new Refused(Reason.CONTENT_REFUSED, code, words));
            case SESSION -> without(new NotSent(Reason.SESSION_REFUSED, words));
            case THROTTLED -> without(new Throttled(codes.pause()));
            case NOT_SENT -> without(new NotSent(Reason.PARTNER_UNREACHABLE, words));
            case MAYBE_SENT -> without(new MaybeSent(Reason.ANSWER_LOST, words, false));
            case UNDECIDABLE -> without(new Undecidable(Reason.REPLY_UNDECIDABLE, words, true));
        };
    }

    private Read status(WireAnswer.Answered answered) {
        String words = "HTTP " + answered.status();
        return without(
                switch (codes.ofStatus(answered.status())) {
                    case SESSION -> new NotSent(Reason.SESSION_REFUSED, words);
                    case THROTTLED -> new Throttled(Objects.requireNonNullElse(answered.retryAfter(), codes.pause()));
                    case NOT_SENT -> new NotSent(Reason.PARTNER_UNREACHABLE, words);
                    case MAYBE_SENT -> new MaybeSent(Reason.ANSWER_LOST, words, false);
                    case REFUSED -> new Refused(Reason.CONTENT_REFUSED, words, null);
                    case SUCCESS, UNDECIDABLE -> new Undecidable(Reason.REPLY_UNKNOWN, words, true);
                });
    }

    private static Read without(DeliveryOutcome outcome) {
        return new Read(outcome, Optional.empty());
    }

    private static Optional<JsonNode> object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
