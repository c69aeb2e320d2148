package vn.lienthong.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Masking;

/**
 * Hides personal data in a message by the shape of its values: what is surely harmless stays (codes, times, yes and no,
 * small numbers, words of our own lists), all else is hidden, whatever its field is called. Secrets are always hidden.
 */
final class Mask {
    static final String HIDDEN = "•••";

    private static final Set<String> SECRETS = Set.of("session", "password", "secret", "token", "access_token");
    private static final Set<String> OUR_WORDS = words();
    /** This century's points in time; midnight is left out, for it is how a day of birth is written. */
    private static final Pattern TIME = Pattern.compile("20[0-9]{6}(?!000000)[0-9]{6}"
            + "|20[0-9]{2}-[0-9]{2}-[0-9]{2}T(?!00:00)[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})");
    /** Codes of agencies and procedures: letters with digits, but no run of digits as long as a passport's. */
    private static final Pattern CODE = Pattern.compile(
            "(?=.{1,64}$)(?=.*[A-Z])(?=.*[0-9_])(?!.*[0-9]{6})[A-Z0-9]+(?:[._:-][A-Z0-9]+)*|[1-9][.][0-9]{6}");

    private static final Pattern DIGEST =
            Pattern.compile("(?:sha256:)?[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    private Mask() {}

    /** The message as whoever may see this much sees it. */
    static JsonNode of(JsonNode message, boolean open) {
        return switch (message) {
            case ObjectNode object -> object(object, open);
            case ArrayNode array -> {
                ArrayNode masked = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> masked.add(of(item, open)));
                yield masked;
            }
            default ->
                open || isHarmless(message) ? message : JsonNodeFactory.instance.textNode(hidden(message.asText()));
        };
    }

    /** Free text with its long numbers hidden: a person's number may have slipped into an error or a reason. */
    static String text(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(number -> Masking.number(number.group()));
    }

    private static ObjectNode object(ObjectNode object, boolean open) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        object.properties()
                .forEach(field -> masked.set(
                        open || NAME.matcher(field.getKey()).matches() ? field.getKey() : HIDDEN,
                        SECRETS.contains(field.getKey().toLowerCase(Locale.ROOT))
                                ? JsonNodeFactory.instance.textNode(HIDDEN)
                                : of(field.getValue(), open)));
        return masked;
    }

    private static boolean isHarmless(JsonNode value) {
        if (value.isBoolean() || value.isNull()) {
            return true;
        }
        String text = value.asText();
        return (text.length() <= 3 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-'))
                || OUR_WORDS.contains(text)
                || TIME.matcher(text).matches()
                || DIGEST.matcher(text).matches()
                || DossierNumber.parse(text).isPresent()
                || CODE.matcher(text).matches();
    }

    private static String hidden(String text) {
        return text.isEmpty() ? "" : LONG_NUMBER.matcher(text).matches() ? Masking.number(text) : HIDDEN;
    }

    private static Set<String> words() {
        List<Enum<?>> all = new ArrayList<>();
        Stream.of(
                        DossierStatus.values(),
                        DossierContent.Channel.values(),
                        DossierContent.ReturnBy.values(),
                        DossierContent.OnlinePayment.values(),
                        DossierContent.PartyType.values(),
                        DossierContent.FeeKind.values(),
                        DossierContent.CollectedBy.values())
                .forEach(values -> all.addAll(Arrays.<Enum<?>>asList(values)));
        Set<String> words = new HashSet<>(Set.of("POPULATION"));
        all.forEach(value -> words.add(value.name()));
        return words;
    }
}
