package vn.lienthong.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries to list; null means any. {@code after} is the id after which (going back in time) to go on.
 *
 * @param changedFrom those that came into their state then or later
 * @param changedUntil those that did so before
 */
public record DeliveryFilter(
        @Nullable String partner,
        @Nullable DeliveryState state,
        @Nullable String reason,
        @Nullable String agency,
        @Nullable String dossierNumber,
        @Nullable Instant changedFrom,
        @Nullable Instant changedUntil,
        @Nullable Long after,
        int limit) {

    /** Deliveries of whatever agency and time. */
    public DeliveryFilter(
            @Nullable String partner,
            @Nullable DeliveryState state,
            @Nullable String reason,
            @Nullable String dossierNumber,
            @Nullable Long after,
            int limit) {
        this(partner, state, reason, null, dossierNumber, null, null, after, limit);
    }
}
