package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * What a register's codes mean where it tells nothing.
 *
 * @param at pointer to the code
 * @param codes each code with {@value #NOBODY} or a {@link Trouble}
 */
public record Replies(String at, Map<String, String> codes) {
    /** There is no such entry. */
    static final String NOBODY = "NOBODY";

    static boolean known(String meaning) {
        return meaning.equals(NOBODY) || trouble(meaning).isPresent();
    }

    /** Whether the answer says that there is no such entry. */
    boolean nobody(JsonNode told) {
        return NOBODY.equals(meaning(told));
    }

    /** What the answer says is wrong. */
    Trouble trouble(JsonNode told) {
        return trouble(meaning(told)).orElse(Trouble.REGISTER_REFUSED);
    }

    private String meaning(JsonNode told) {
        return codes.getOrDefault(told.at(at).asText().strip(), "");
    }

    private static Optional<Trouble> trouble(String code) {
        for (Trouble trouble : Trouble.values()) {
            if (trouble.code().equals(code)) {
                return Optional.of(trouble);
            }
        }
        return Optional.empty();
    }
}
