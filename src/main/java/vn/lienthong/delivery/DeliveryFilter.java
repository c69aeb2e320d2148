package vn.lienthong.delivery;

import org.jspecify.annotations.Nullable;

/** Which deliveries to list; null means any. {@code after} is the id after which (going back in time) to go on. */
public record DeliveryFilter(
        @Nullable String partner,
        @Nullable DeliveryState state,
        @Nullable String reason,
        @Nullable String agency,
        @Nullable String dossierNumber,
        @Nullable Long after,
        int limit) {

    /** Deliveries of whatever agency. */
    public DeliveryFilter(
            @Nullable String partner,
            @Nullable DeliveryState state,
            @Nullable String reason,
            @Nullable String dossierNumber,
            @Nullable Long after,
            int limit) {
        this(partner, state, reason, null, dossierNumber, after, limit);
    }
}
