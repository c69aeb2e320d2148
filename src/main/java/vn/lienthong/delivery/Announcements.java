package vn.lienthong.delivery;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells listeners what deliveries have come to, in the transaction that writes it down. */
@Component
class Announcements {
    private final ObjectProvider<DeliveryListener> listeners;

    Announcements(ObjectProvider<DeliveryListener> listeners) {
        this.listeners = listeners;
    }

    /** Tells what ended or stands before a person; what went well only to those who want it. */
    void announce(String partner, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (DeliveryListener listener : listeners) {
            List<DeliveryAnswer> answers = changes.stream()
                    .filter(change ->
                            concerns(listener, change.to(), change.item().agency()))
                    .map(change -> answer(partner, change))
                    .toList();
            if (!answers.isEmpty()) {
                listener.answered(answers);
            }
        }
    }

    /** A person vouched for this one. */
    void announceDone(Delivery delivery) {
        for (DeliveryListener listener : listeners) {
            if (listener.wantsConfirmed(delivery.agency())) {
                listener.answered(List.of(new DeliveryAnswer(
                        delivery.id(),
                        delivery.partner(),
                        delivery.kind(),
                        delivery.dossierNumber(),
                        delivery.eventId(),
                        delivery.agency(),
                        DeliveryState.CONFIRMED,
                        Reason.ofCode(Objects.requireNonNull(delivery.reason())),
                        null,
                        delivery.partnerCode(),
                        delivery.evidenceId())));
            }
        }
    }

    private static boolean concerns(DeliveryListener listener, DeliveryState state, String agency) {
        return switch (state) {
            case PARKED, REFUSED, EXPIRED -> true;
            case CONFIRMED -> listener.wantsConfirmed(agency);
            case READY, SENDING, SENT, UNCERTAIN, CANCELLED -> false;
        };
    }

    private static DeliveryAnswer answer(String partner, Change change) {
        ClaimedDelivery item = change.item();
        return new DeliveryAnswer(
                item.id(),
                partner,
                item.kind(),
                item.dossierNumber(),
                item.eventId(),
                item.agency(),
                change.to(),
                change.reason(),
                change.detail(),
                change.partnerCode(),
                change.evidenceId());
    }
}
