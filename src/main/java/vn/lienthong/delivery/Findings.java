package vn.lienthong.delivery;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Puts parked and refused deliveries before a person, and takes away what has settled itself. */
@Component
class Findings {
    private final WorkItems workItems;

    Findings(WorkItems workItems) {
        this.workItems = workItems;
    }

    /** Opens and resolves work items for these changes, in the caller's transaction. */
    void report(String partner, List<Change> changes) {
        // before the new ones: a step that waited for its dossier and is now parked stands there once
        for (DeliveryState end : List.of(DeliveryState.CONFIRMED, DeliveryState.PARKED, DeliveryState.REFUSED)) {
            List<Long> settled = changes.stream()
                    .filter(change -> change.to() == end
                            && (change.from() == DeliveryState.UNCERTAIN
                                    || change.item().attempt() + change.item().faults() > 1))
                    .map(change -> change.item().id())
                    .toList();
            if (!settled.isEmpty()) {
                workItems.settleDeliveries(settled, end.name());
            }
        }
        workItems.open(changes.stream()
                .filter(Findings::needsPerson)
                .map(change -> item(partner, change))
                .toList());
    }

    /** Takes away what was open about deliveries that a newer state replaced. */
    void superseded(List<Long> deliveries) {
        if (!deliveries.isEmpty()) {
            workItems.settleDeliveries(deliveries, Reason.SUPERSEDED.code());
        }
    }

    /** A step that the partner knows no dossier for may wait for ever: nothing of ours need be on its way there. */
    private static boolean needsPerson(Change change) {
        return switch (change.to()) {
            case PARKED, REFUSED, EXPIRED -> true;
            case READY -> change.reason() == Reason.NOT_HELD && !change.item().fullState();
            case UNCERTAIN -> change.reason() == Reason.UNACKNOWLEDGED;
            case SENDING, SENT, CONFIRMED, CANCELLED -> false;
        };
    }

    /** An acknowledgement ended this delivery: what was open about it is settled, a refusal goes to its agency. */
    void acknowledged(Delivery delivery, DeliveryState end, @Nullable Reason reason, @Nullable String words) {
        workItems.settleDeliveries(List.of(delivery.id()), end.name());
        if (reason != null) {
            open(delivery, code(end, reason), reason.text(), words);
        }
    }

    /** An acknowledgement contradicts what this delivery came to. */
    void disputed(Delivery delivery, Acknowledgement told) {
        String outcome = told.outcome().name();
        open(
                delivery,
                "ACKNOWLEDGEMENT-DISPUTED",
                new Bilingual(
                        "Bên nhận báo " + outcome + " trong khi việc gửi đã ở " + delivery.state()
                                + "; hai điều này trái nhau. Hãy liên hệ bên nhận để thống nhất.",
                        "The partner says " + outcome + " of a delivery that is " + delivery.state()
                                + "; the two contradict each other. Settle it with the partner."),
                told.words());
    }

    private void open(Delivery delivery, String code, Bilingual text, @Nullable String words) {
        String told = words == null ? "" : " [" + delivery.partner() + ": " + words + "]";
        workItems.open(List.of(new NewWorkItem(
                code,
                delivery.dossierNumber(),
                delivery.agency(),
                delivery.id(),
                delivery.eventId(),
                new Bilingual(text.vi() + told, text.en() + told))));
    }

    private static String code(DeliveryState state, Reason reason) {
        return switch (reason) {
            case CORRECTION_WANTED -> "DELIVERY-CORRECTION";
            case UNACKNOWLEDGED -> "DELIVERY-UNACKNOWLEDGED";
            default -> state == DeliveryState.READY ? "DELIVERY-NOT-HELD" : "DELIVERY-" + state.name();
        };
    }

    private static NewWorkItem item(String partner, Change change) {
        Reason reason = Objects.requireNonNull(change.reason());
        Bilingual text = reason.text();
        String words = change.detail() == null ? "" : " [" + partner + ": " + change.detail() + "]";
        return new NewWorkItem(
                code(change.to(), reason),
                change.item().dossierNumber(),
                change.item().agency(),
                change.item().id(),
                change.item().eventId(),
                new Bilingual(text.vi() + words, text.en() + words));
    }
}
