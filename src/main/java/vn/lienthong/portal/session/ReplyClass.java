package vn.lienthong.portal.session;

import java.util.Arrays;
import java.util.Optional;

/** What a partner's code means for us. */
public enum ReplyClass {
    /** It holds what was sent. */
    SUCCESS,
    /** It holds the dossier, nothing took effect. */
    ALREADY_THERE,
    /** It does not know the dossier, nothing took effect. */
    NOT_HELD,
    /** Its final no to the content. */
    REFUSED,
    /** The session is over, nothing took effect. */
    SESSION,
    /** Too many calls, nothing took effect. */
    THROTTLED,
    /** It failed, surely without effect. */
    NOT_SENT,
    /** It failed, and may have taken effect. */
    MAYBE_SENT,
    /** A person must decide. */
    UNDECIDABLE;

    /** The word in the reply table: {@code already-there}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<ReplyClass> ofWord(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }
}
