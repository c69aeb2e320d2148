package vn.lienthong.linked;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.calendar.Standing;

/**
 * How one leg stands.
 *
 * @param dossier the dossier that carries it out, once there is one
 * @param doubles how many more dossiers claim to be this leg
 * @param ready since when everything it waits for is done
 * @param due when it must be done, by its own clock
 * @param early it began before what it waits for was done
 * @param ended when it was done or stopped
 */
record LegView(
        Leg leg,
        State state,
        @Nullable LegDossier dossier,
        int doubles,
        @Nullable Instant ready,
        @Nullable Instant due,
        @Nullable Standing standing,
        boolean early,
        @Nullable Instant ended) {
    /** Where a leg stands. */
    enum State {
        /** Something it waits for is not done. */
        WAITING,
        /** It may begin; nobody has told of its dossier. */
        READY,
        /** Its agency works on it. */
        RUNNING,
        DONE,
        /** Refused, stopped or withdrawn; what waits for it does not begin by itself. */
        STOPPED
    }
}
