package vn.lienthong.civilstatus;

import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.civilstatus.wire.Contract.Step;

/**
 * Where a registration stands at the platform, as far as it was read back. Readings come seldom, so states may be leapt over,
 * but nothing goes back: only what was asked to be supplemented is received once more.
 */
enum RegistrationState {
    /** Handed over or about to be; nothing was read back yet. */
    WAITING,
    RECEIVED,
    /** The platform wants more from the agency. */
    SUPPLEMENT,
    ELIGIBLE,
    FINISHED,
    REFUSED;

    static RegistrationState of(Step step) {
        return switch (step) {
            case RECEIVED -> RECEIVED;
            case SUPPLEMENT -> SUPPLEMENT;
            case ELIGIBLE -> ELIGIBLE;
            case FINISHED -> FINISHED;
            case REFUSED -> REFUSED;
        };
    }

    /** Whether the platform may tell {@code next} after this. */
    boolean mayBecome(RegistrationState next) {
        return successors().contains(next);
    }

    /** Whether nothing more comes by itself. */
    boolean isEnd() {
        return this == FINISHED || this == REFUSED;
    }

    private Set<RegistrationState> successors() {
        return switch (this) {
            case WAITING -> EnumSet.of(RECEIVED, SUPPLEMENT, ELIGIBLE, FINISHED, REFUSED);
            case RECEIVED -> EnumSet.of(SUPPLEMENT, ELIGIBLE, FINISHED, REFUSED);
            case SUPPLEMENT -> EnumSet.of(RECEIVED, ELIGIBLE, FINISHED, REFUSED);
            case ELIGIBLE -> EnumSet.of(FINISHED, REFUSED);
            case FINISHED, REFUSED -> EnumSet.noneOf(RegistrationState.class);
        };
    }
}
