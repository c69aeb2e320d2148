package vn.lienthong.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Reads JSON from outside: strict UTF-8, one value, no duplicate names, bounded depth and sizes, no NUL, text in Unicode
 * NFC. Everything else is refused with a problem that names the cause; nothing is repaired, because what is stored must be
 * what was sent.
 */
public final class StrictJson {
    private static final int DEEPEST = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(200)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /** Reads the one value in these bytes and insists on NFC. */
    public static JsonNode read(byte[] bytes) {
        String text = text(bytes);
        JsonNode node = checked(text);
        // a part of normal text is normal: one look at the whole spares one at each value
        if (mayHide(text) || !isNormal(text)) {
            refuse(
                    Texts.firstNotNormal(node),
                    "TEXT-NOT-NFC",
                    "Văn bản phải ở dạng Unicode NFC (dựng sẵn).",
                    "Text must be in Unicode normalisation form C.");
        }
        return node;
    }

    /** Reads the one value in these bytes, text in any Unicode form. */
    public static JsonNode readAnyForm(byte[] bytes) {
        return checked(text(bytes));
    }

    private static JsonNode checked(String text) {
        JsonNode node = parsed(text);
        if (mayHide(text)) {
            refuse(
                    Texts.firstWithNul(node),
                    "TEXT-NUL",
                    "Văn bản không được chứa ký tự NUL.",
                    "Text must not hold the character NUL.");
            refuse(
                    Texts.firstWithHalfPair(node),
                    "TEXT-HALF-PAIR",
                    "Văn bản chứa nửa cặp ký tự thay thế (surrogate), không ghi được bằng UTF-8.",
                    "Text holds half of a surrogate pair, which UTF-8 cannot carry.");
        }
        refuse(
                Texts.firstHugeNumber(node),
                "NUMBER-RANGE",
                "Số quá lớn, không biểu diễn được bằng 64 bit.",
                "The number is beyond 64 bits.");
        return node;
    }

    /** Only an escape can bring what UTF-8 and JSON themselves forbid: the parser refuses a bare NUL, the decoder a half pair. */
    private static boolean mayHide(String text) {
        return text.contains("\\u");
    }

    private static JsonNode parsed(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (StreamConstraintsException tooMuch) {
            throw new ProblemException(Problem.of(
                    400,
                    "JSON-TOO-DEEP",
                    "JSON lồng quá " + DEEPEST + " tầng hoặc có phần tử quá dài.",
                    "The JSON nests deeper than " + DEEPEST + " levels or holds an element that is too long."));
        } catch (JsonProcessingException broken) {
            throw new ProblemException(broken(broken));
        }
        if (node.isMissingNode()) {
            throw new ProblemException(
                    Problem.of(400, "JSON-EMPTY", "Thân yêu cầu trống.", "The request has no body."));
        }
        return node;
    }

    private static Problem broken(JsonProcessingException broken) {
        long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
        long column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
        String message = broken.getOriginalMessage();
        // Jackson has no type of its own for this
        if (message != null && message.startsWith("Duplicate")) {
            return Problem.of(
                    400,
                    "JSON-DUPLICATE-KEY",
                    "JSON có tên trường lặp lại tại dòng " + line + ", cột " + column + ".",
                    "The JSON repeats a field name at line " + line + ", column " + column + ".");
        }
        return Problem.of(
                400,
                "JSON-BROKEN",
                "JSON sai cú pháp tại dòng " + line + ", cột " + column + ".",
                "The JSON is broken at line " + line + ", column " + column + ".");
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(Problem.of(
                    400, "TEXT-NOT-UTF8", "Thân yêu cầu không phải UTF-8 hợp lệ.", "The body is not valid UTF-8."));
        }
    }

    private static void refuse(@Nullable String pointer, String code, String vi, String en) {
        if (pointer != null) {
            // a name may hold the very characters that are refused; neither answer nor work item could carry them
            String place = pointer.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
            throw new ProblemException(Problem.at(422, code, place, vi, en));
        }
    }

    static boolean isNormal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }
}
