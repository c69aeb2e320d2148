package vn.lienthong.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery has come to, as its agency should know it.
 *
 * @param state {@code REFUSED}, {@code PARKED}, {@code EXPIRED}, or {@code CONFIRMED} where somebody wants that
 * @param detail what came with it, the partner's words as a rule
 */
public record DeliveryAnswer(
        long deliveryId,
        String partner,
        String kind,
        String dossierNumber,
        UUID eventId,
        String agency,
        DeliveryState state,
        @Nullable Reason reason,
        @Nullable String detail,
        @Nullable String partnerCode,
        @Nullable UUID evidenceId) {}
