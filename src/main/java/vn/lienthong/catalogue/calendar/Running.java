package vn.lienthong.catalogue.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier's clocks are read from. All as told, nothing worked out.
 *
 * @param received valid reception
 * @param appointment what the applicant was told, if anything
 * @param processed when work ended
 * @param returned when the result went back
 * @param stopped when it was stopped, refused or withdrawn
 */
public record Running(
        Instant received,
        Term term,
        @Nullable Instant appointment,
        List<Pause> pauses,
        @Nullable Instant processed,
        @Nullable Instant returned,
        @Nullable Instant stopped) {
    /** Keeps its own list. */
    public Running {
        pauses = List.copyOf(pauses);
    }

    /** When work ended: the end of work itself, else the return, else the stop. */
    public @Nullable Instant ended() {
        if (processed != null) {
            return processed;
        }
        return returned != null ? returned : stopped;
    }
}
