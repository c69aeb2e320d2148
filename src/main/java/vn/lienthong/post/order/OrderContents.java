package vn.lienthong.post.order;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvents;

/** The full state that a delivery to the post is about. */
@Component
class OrderContents {
    private final DossierEvents events;

    OrderContents(DossierEvents events) {
        this.events = events;
    }

    /** The state that was told, or that the result was attached to; none where the event does not read. */
    Optional<DossierContent> of(ClaimedDelivery delivery) {
        DossierEvent event = events.load(List.of(delivery.eventId())).get(delivery.eventId());
        if (event instanceof DossierEvent.StateTold told) {
            return Optional.of(told.content());
        }
        return event instanceof DossierEvent.ResultTold result
                ? Optional.ofNullable(events.statesBefore(List.of(result)).get(result.id()))
                : Optional.empty();
    }
}
