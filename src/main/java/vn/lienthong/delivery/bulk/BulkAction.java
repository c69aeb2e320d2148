package vn.lienthong.delivery.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.HandAct;

/**
 * An order to do the same to many deliveries.
 *
 * @param filter what was asked for, as JSON
 * @param count how many deliveries it was fixed on
 * @param done how many of them are done
 * @param refused how many could not be done, each with its code
 */
public record BulkAction(
        UUID id,
        HandAct act,
        String filter,
        String reason,
        @Nullable String evidence,
        String who,
        Instant at,
        State state,
        @Nullable String stoppedBy,
        @Nullable Instant endedAt,
        int count,
        int done,
        int refused) {

    /** How far it is. */
    public enum State {
        /** Its deliveries are dealt with one by one, the oldest first. */
        RUNNING,
        /** A person stopped it; what was done stays done. */
        STOPPED,
        /** Every delivery has its result. */
        DONE
    }

    /**
     * What became of one delivery.
     *
     * @param code why it was refused
     */
    public record Item(
            long deliveryId,
            @Nullable Outcome outcome,
            @Nullable String code,
            @Nullable Instant at) {}

    /** How it went with one delivery. */
    public enum Outcome {
        DONE,
        REFUSED
    }
}
