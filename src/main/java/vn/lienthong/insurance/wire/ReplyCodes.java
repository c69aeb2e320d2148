package vn.lienthong.insurance.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import vn.lienthong.kernel.SchemaFiles;

/**
 * Codes of social insurance and what they mean, from {@code schemas/replies/insurance.yaml}. No words are ever matched.
 *
 * @param codes by the code of an answer or of a SOAP fault
 * @param http by HTTP status
 * @param pause how long to wait when told to slow down without a time
 */
public record ReplyCodes(Map<String, Meaning> codes, Map<Integer, Meaning> http, Duration pause) {
    /** Reads the table; what is wrong in it stops the start. */
    public static ReplyCodes read(SchemaFiles files, String name) {
        YamlTexts root = YamlTexts.read(files, "replies/" + name + ".yaml").only("codes", "http", "pause");
        Map<String, Meaning> codes = meanings(root.below("codes", true), Function.identity());
        if (!codes.containsValue(Meaning.RECEIVED)) {
            throw root.wrong("codes", "không có mã nào là received", "no code is received");
        }
        YamlTexts http = root.below("http", false);
        return new ReplyCodes(codes, meanings(http, status -> status(http, status)), pause(root));
    }

    /** What this code means; a person decides about one that the table does not have. */
    Meaning ofCode(String code) {
        return codes.getOrDefault(code, Meaning.UNDECIDABLE);
    }

    /** What an HTTP status other than success means. */
    Meaning ofStatus(int status) {
        return http.getOrDefault(status, status >= 500 ? Meaning.MAYBE_SENT : Meaning.UNDECIDABLE);
    }

    private static <K> Map<K, Meaning> meanings(YamlTexts section, Function<String, K> key) {
        Map<K, Meaning> read = new HashMap<>();
        section.all()
                .forEach((code, word) -> read.put(
                        key.apply(code),
                        Meaning.ofWord(word)
                                .orElseThrow(() -> section.wrong(
                                        code,
                                        "\"" + word + "\" không thuộc: " + words(),
                                        "\"" + word + "\" is none of: " + words()))));
        return Map.copyOf(read);
    }

    private static Integer status(YamlTexts section, String text) {
        if (!text.matches("[1-5][0-9]{2}")) {
            throw section.wrong(text, "không phải trạng thái HTTP", "not an HTTP status");
        }
        return Integer.valueOf(text);
    }

    private static Duration pause(YamlTexts root) {
        try {
            Duration pause = DurationStyle.detectAndParse(root.optional("pause").orElse("5s"));
            if (pause.isPositive()) {
                return pause;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw root.wrong("pause", "không phải khoảng thời gian dương như 5s", "not a positive duration such as 5s");
    }

    private static String words() {
        return Arrays.stream(Meaning.values()).map(Meaning::word).collect(Collectors.joining(", "));
    }
}
