package vn.lienthong.console;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The personal data of one dossier, open for this session until a point in time. Kept in the session as a text, so that every
 * node knows it and signing out ends it.
 */
record Reveal(String dossierNumber, Instant until) {
    static final Duration LENGTH = Duration.ofMinutes(5);
    private static final String ATTRIBUTE = "lienthong.reveal";

    /** What is open in this session, over or not; null where nothing ever was. */
    static @Nullable Reveal of(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return null;
        }
        int gap = text.indexOf(' ');
        return new Reveal(text.substring(gap + 1), Instant.ofEpochMilli(Long.parseLong(text.substring(0, gap))));
    }

    /** Opens a dossier; what was open before is closed. */
    static void open(HttpSession session, String dossierNumber, Instant now) {
        session.setAttribute(ATTRIBUTE, now.plus(LENGTH).toEpochMilli() + " " + dossierNumber);
    }

    static void close(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    boolean covers(String number, Instant now) {
        return dossierNumber.equals(number) && now.isBefore(until);
    }

    long secondsLeft(Instant now) {
        return Math.max(1, Duration.between(now, until).toSeconds() + 1);
    }
}
