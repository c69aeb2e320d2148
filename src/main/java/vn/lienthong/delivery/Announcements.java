package vn.lienthong.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.partner.Partners;

/** Tells listeners what deliveries have come to, in the transaction that writes it down. */
@Component
class Announcements {
    private final ObjectProvider<DeliveryListener> listeners;
    private final Partners partners;

    Announcements(ObjectProvider<DeliveryListener> listeners, Partners partners) {
        this.listeners = listeners;
        this.partners = partners;
    }

    /** Tells what ended or stands before a person; what went well only to those who want it. */
    void announce(String partner, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        boolean separately = partners.find(partner)
                .filter(known -> known.acknowledgeWithin() != null)
                .isPresent();
        Map<Boolean, List<Change>> parts =
                changes.stream().collect(Collectors.partitioningBy(change -> separately && acknowledges(change)));
        for (DeliveryListener listener : listeners) {
            List<DeliveryAnswer> answers = parts.getOrDefault(false, List.of()).stream()
                    .filter(change ->
                            concerns(listener, change.to(), change.item().agency()))
                    .map(change -> answer(partner, change))
                    .toList();
            if (!answers.isEmpty()) {
                listener.answered(answers);
            }
            List<DeliveryAnswer> acknowledged = parts.getOrDefault(true, List.of()).stream()
                    .map(change -> answer(partner, change))
                    .toList();
            if (!acknowledged.isEmpty()) {
                listener.acknowledged(acknowledged);
            }
        }
    }

    /** The answer to a question about what was handed over stands for the acknowledgement that did not come. */
    private static boolean acknowledges(Change change) {
        return change.from() == DeliveryState.UNCERTAIN
                && (change.to() == DeliveryState.CONFIRMED || change.to() == DeliveryState.REFUSED);
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

    /** The partner acknowledged this one. */
    void announceAcknowledged(Delivery delivery, DeliveryState end, @Nullable Reason reason, Acknowledgement told) {
        DeliveryAnswer answer = new DeliveryAnswer(
                delivery.id(),
                delivery.partner(),
                delivery.kind(),
                delivery.dossierNumber(),
                delivery.eventId(),
                delivery.agency(),
                end,
                reason,
                told.words(),
                null,
                told.evidenceId());
        for (DeliveryListener listener : listeners) {
            listener.acknowledged(List.of(answer));
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
