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
        workItems.open(changes.stream()
                .filter(change -> needsPerson(change.to()))
                .map(change -> item(partner, change))
                .toList());
        List<Long> settled = changes.stream()
                .filter(change -> change.to() == DeliveryState.CONFIRMED
                        && change.item().attempt() + change.item().faults() > 1)
                .map(change -> change.item().id())
                .toList();
        if (!settled.isEmpty()) {
            workItems.settleDeliveries(settled, "CONFIRMED");
        }
    }

    private static boolean needsPerson(DeliveryState state) {
        return state == DeliveryState.PARKED || state == DeliveryState.REFUSED || state == DeliveryState.EXPIRED;
    }

    private static NewWorkItem item(String partner, Change change) {
        Bilingual text = Objects.requireNonNull(change.reason()).text();
        String words = change.detail() == null ? "" : " [" + partner + ": " + change.detail() + "]";
        return new NewWorkItem(
                "DELIVERY-" + change.to().name(),
                change.item().dossierNumber(),
                change.item().agency(),
                change.item().id(),
                change.item().eventId(),
                new Bilingual(text.vi() + words, text.en() + words));
    }
}
