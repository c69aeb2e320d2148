package vn.lienthong.insurance.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a code of social insurance means for us. */
public enum Meaning {
    /** Taken; the acknowledgement follows. */
    RECEIVED,
    /** Accepted for good. */
    ACCEPTED,
    /** The final no to the content. */
    REFUSED,
    /** An error in the paper: its issuer corrects it. */
    CORRECTION,
    /** Does not hold this result. */
    UNKNOWN,
    /** Our identity is refused; nothing took effect. */
    SESSION,
    /** Too many calls; nothing took effect. */
    THROTTLED,
    /** Failed without effect. */
    NOT_SENT,
    /** Failed, with or without effect. */
    MAYBE_SENT,
    /** A person decides. */
    UNDECIDABLE;

    /** The word in a reply table. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Meaning> ofWord(String word) {
        return Arrays.stream(values())
                .filter(meaning -> meaning.word().equals(word))
                .findFirst();
    }
}
