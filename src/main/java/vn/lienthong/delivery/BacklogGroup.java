package vn.lienthong.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Unfinished deliveries alike in partner, kind, state and reason.
 *
 * @param oldest how long the oldest of them has been waiting since it was told
 * @param first when the first of them came into this state
 * @param last when the last of them did
 */
public record BacklogGroup(
        String partner,
        String kind,
        DeliveryState state,
        @Nullable String reason,
        long number,
        Duration oldest,
        Instant first,
        Instant last) {

    /** Whether it goes on only if a person acts. */
    public boolean needsPerson() {
        return state == DeliveryState.PARKED || state == DeliveryState.REFUSED;
    }
}
