package vn.lienthong.citizen.tracker;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a question came to. */
public record TrackedEnd(
        Instant at,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Instant asOf,
        boolean cached,
        @Nullable UUID evidence) {
    /** The ends there are; a question without one was interrupted, nobody got an answer. */
    public enum Outcome {
        MATCHED,
        NOT_MATCHED,
        UNVERIFIED,
        REFUSED
    }
}
