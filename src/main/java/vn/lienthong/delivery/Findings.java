package vn.lienthong.delivery;

import java.util.List;
import java.util.Objects;
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
                            && change.item().attempt() + change.item().faults() > 1)
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
            case SENDING, SENT, UNCERTAIN, CONFIRMED, CANCELLED -> false;
        };
    }

    private static NewWorkItem item(String partner, Change change) {
        Bilingual text = Objects.requireNonNull(change.reason()).text();
        String words = change.detail() == null ? "" : " [" + partner + ": " + change.detail() + "]";
        return new NewWorkItem(
                change.to() == DeliveryState.READY
                        ? "DELIVERY-NOT-HELD"
                        : "DELIVERY-" + change.to().name(),
                change.item().dossierNumber(),
                change.item().agency(),
                change.item().id(),
                change.item().eventId(),
                new Bilingual(text.vi() + words, text.en() + words));
    }
}
