package vn.lienthong.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as people and callers see it. {@code reason} is a code of {@link Reason}. */
public record Delivery(
        long id,
        String partner,
        String kind,
        String dossierNumber,
        UUID eventId,
        int version,
        String agency,
        DeliveryState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String partnerCode,
        int attempts,
        boolean maybeSent,
        Instant dueAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable String parcelNumber,
        @Nullable UUID evidenceId) {}
