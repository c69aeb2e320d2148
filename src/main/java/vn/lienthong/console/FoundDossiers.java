package vn.lienthong.console;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search for a person found, for as long as this session may look at it. Kept in the session as a text under a token
 * without meaning, so that no name stands in an address and no other session can use it.
 */
record FoundDossiers(String token, Instant until, boolean more, boolean filling, List<String> numbers) {
    static final Duration LENGTH = Duration.ofMinutes(10);
    private static final String ATTRIBUTE = "lienthong.found";

    /** What this token stands for in this session; null where it is over or was never there. */
    static @Nullable FoundDossiers of(@Nullable HttpSession session, String token, Instant now) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return null;
        }
        List<String> parts = Arrays.asList(text.split(" ", -1));
        Instant until = Instant.ofEpochMilli(Long.parseLong(parts.get(1)));
        return parts.getFirst().equals(token) && now.isBefore(until)
                ? new FoundDossiers(
                        token,
                        until,
                        Boolean.parseBoolean(parts.get(2)),
                        Boolean.parseBoolean(parts.get(3)),
                        parts.subList(4, parts.size()).stream()
                                .filter(number -> !number.isEmpty())
                                .toList())
                : null;
    }

    /** Keeps it; what was found before is forgotten. */
    void keep(HttpSession session) {
        session.setAttribute(
                ATTRIBUTE,
                String.join(
                        " ",
                        token,
                        Long.toString(until.toEpochMilli()),
                        Boolean.toString(more),
                        Boolean.toString(filling),
                        String.join(" ", numbers)));
    }
}
