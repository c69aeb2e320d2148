package vn.lienthong.catalogue.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody else was waited for, kept as it was: each measure makes of it what its own rule says.
 *
 * @param to null while it lasts
 */
public record Pause(Kind kind, Instant from, @Nullable Instant to) {
    /** Who was waited for. */
    public enum Kind {
        /** The applicant, to complete the dossier. */
        SUPPLEMENT,
        /** The applicant, to pay what is owed; stops no clock by itself. */
        FINANCIAL_OBLIGATION,
        /** Another agency's opinion; stops no clock by itself. */
        OTHER_AGENCY,
        /** Relatives, to confirm by VNeID (linked death procedures). */
        RELATIVES
    }

    static List<Pause> of(Kind kind, List<Pause> pauses) {
        return pauses.stream().filter(pause -> pause.kind() == kind).toList();
    }
}
