package vn.lienthong.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;

/** A delivery in answers to callers and operators; {@code reasonText} tells the clerk what happened and what to do. */
public record DeliveryView(
        String id,
        String partner,
        String kind,
        String dossierNumber,
        UUID eventId,
        int version,
        DeliveryState state,
        @Nullable String reason,
        @Nullable Bilingual reasonText,
        @Nullable String detail,
        @Nullable String partnerCode,
        int attempts,
        OffsetDateTime dueAt,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt,
        @Nullable String parcelNumber,
        @Nullable UUID evidenceId) {

    /** Shows a delivery. */
    public static DeliveryView of(Delivery delivery) {
        String reason = delivery.reason();
        return new DeliveryView(
                Long.toString(delivery.id()),
                delivery.partner(),
                delivery.kind(),
                delivery.dossierNumber(),
                delivery.eventId(),
                delivery.version(),
                delivery.state(),
                reason,
                reason == null ? null : Reason.ofCode(reason).text(),
                delivery.detail(),
                delivery.partnerCode(),
                delivery.attempts(),
                local(delivery.dueAt()),
                local(delivery.createdAt()),
                local(delivery.changedAt()),
                delivery.parcelNumber(),
                delivery.evidenceId());
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
    }
}
