package vn.lienthong.insurance;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Reads an acknowledgement strictly: what is wrong is told all at once, field by field. */
@Component
class AcknowledgementReader {
    /** Clocks differ; a decision of tomorrow is a mistake. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_REASON = 2000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final GatewayClock clock;

    AcknowledgementReader(GatewayClock clock) {
        this.clock = clock;
    }

    /** One that is well formed. */
    record Read(long delivery, Outcome outcome, @Nullable String reason, Instant at) {}

    Read read(byte[] body) {
        JsonNode told = object(body);
        List<Problem.FieldError> errors = new ArrayList<>();
        Long delivery = delivery(told, errors);
        Outcome outcome = outcome(told, errors);
        String reason = reason(told, errors);
        Instant at = at(told, errors);
        if (delivery == null || outcome == null || at == null || !errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "ACKNOWLEDGEMENT-INVALID",
                    new Bilingual(
                            "Xác nhận sai cấu trúc; xem từng trường.",
                            "The acknowledgement is malformed; see each field."),
                    List.copyOf(errors)));
        }
        return new Read(delivery, outcome, reason, at);
    }

    private static JsonNode object(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body))
                    .filter(JsonNode::isObject)
                    .orElseGet(JsonNodeFactory.instance::objectNode);
        } catch (IOException broken) {
            throw new ProblemException(Problem.of(
                    400, "JSON-MALFORMED", "Nội dung không phải JSON hợp lệ.", "The body is not well-formed JSON."));
        }
    }

    private static @Nullable Long delivery(JsonNode told, List<Problem.FieldError> errors) {
        JsonNode value = told.path("deliveryReference");
        String text =
                value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
        if (text.matches("[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        if (text.isEmpty()) {
            errors.add(error("deliveryReference", "FIELD-MISSING", "thiếu mã việc gửi", "the reference is missing"));
            return null;
        }
        return -1L; // no delivery of ours is called so: answered as any unknown one
    }

    private static @Nullable Outcome outcome(JsonNode told, List<Problem.FieldError> errors) {
        String word = told.path("outcome").asText("");
        Optional<Outcome> known = Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(word))
                .findFirst();
        if (known.isEmpty()) {
            errors.add(error(
                    "outcome",
                    "FIELD-VALUE",
                    "phải là ACCEPTED, REFUSED hoặc CORRECTION",
                    "must be ACCEPTED, REFUSED or CORRECTION"));
        }
        return known.orElse(null);
    }

    private static @Nullable String reason(JsonNode told, List<Problem.FieldError> errors) {
        JsonNode value = told.path("reason");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_REASON) {
            errors.add(error(
                    "reason",
                    "FIELD-FORM",
                    "phải là chuỗi dài nhất " + LONGEST_REASON + " ký tự",
                    "must be a text of at most " + LONGEST_REASON + " characters"));
            return null;
        }
        // PostgreSQL does not store the one character
        String words = value.textValue().replace('\0', ' ').strip();
        return words.isEmpty() ? null : words;
    }

    private @Nullable Instant at(JsonNode told, List<Problem.FieldError> errors) {
        try {
            Instant at = OffsetDateTime.parse(told.path("at").asText("")).toInstant();
            if (at.isAfter(EARLIEST) && at.isBefore(clock.now().plus(AHEAD))) {
                return at;
            }
            errors.add(error(
                    "at", "FIELD-VALUE", "nằm ở tương lai hoặc quá khứ xa", "lies in the future or far in the past"));
        } catch (DateTimeException unreadable) {
            errors.add(error("at", "FIELD-FORM", "phải theo RFC 3339", "must be a time as in RFC 3339"));
        }
        return null;
    }

    private static Problem.FieldError error(String field, String code, String vi, String en) {
        return new Problem.FieldError("/" + field, code, new Bilingual(field + ": " + vi, field + ": " + en));
    }
}
