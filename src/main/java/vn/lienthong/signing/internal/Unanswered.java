package vn.lienthong.signing.internal;

import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import org.jspecify.annotations.Nullable;

/** A helper outside did not give what was asked for, and in which way. */
final class Unanswered extends DSSExternalResourceException {
    private final How how;

    /** The ways. */
    enum How {
        /** No connection, or one that broke. */
        UNREACHED,
        /** Not in the time it has. */
        SLOW,
        /** Another status than 200. */
        STATUS
    }

    Unanswered(How how, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.how = how;
    }

    How how() {
        return how;
    }
}
