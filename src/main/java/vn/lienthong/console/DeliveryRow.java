package vn.lienthong.console;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.Reason;

/** A delivery as a line of a table. */
record DeliveryRow(
        long id,
        String href,
        Moment changed,
        String age,
        String partner,
        String kind,
        String dossierNumber,
        String dossierHref,
        String agency,
        String state,
        int attempts,
        @Nullable String code,
        @Nullable String why) {

    static DeliveryRow of(Delivery delivery, Desk desk) {
        String reason = delivery.reason();
        return new DeliveryRow(
                delivery.id(),
                "/deliveries/" + delivery.id(),
                Objects.requireNonNull(desk.moment(delivery.changedAt())),
                desk.span(Duration.between(delivery.createdAt(), desk.now()).abs()),
                delivery.partner(),
                delivery.kind(),
                delivery.dossierNumber(),
                Links.dossier(delivery.dossierNumber()),
                delivery.agency(),
                delivery.state().name(),
                delivery.attempts(),
                reason,
                reason == null ? null : desk.say(Reason.ofCode(reason).text()));
    }
}
