package vn.lienthong.civilstatus;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.Reading;
import vn.lienthong.delivery.Acknowledgement;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.delivery.Acknowledgements;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.kernel.GatewayClock;

/** The first state that is read back is the platform's receipt: it acknowledges the delivery. */
@Component("civilStatusReceipts")
class Receipts {
    private final Deliveries deliveries;
    private final Acknowledgements acknowledgements;
    private final GatewayClock clock;

    Receipts(Deliveries deliveries, Acknowledgements acknowledgements, GatewayClock clock) {
        this.deliveries = deliveries;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /** Acknowledges the newest delivery that waits for it; false when none does. {@code answer}: the message that said so. */
    boolean take(Registration claimed, RegistrationState told, Reading reading, UUID answer) {
        Instant at = reading.at();
        Outcome outcome = told == RegistrationState.REFUSED ? Outcome.REFUSED : Outcome.ACCEPTED;
        return deliveries.ofDossier(claimed.dossierNumber()).stream()
                .filter(Receipts::awaits)
                .reduce((earlier, later) -> later)
                .map(delivery -> new Acknowledgement(
                        delivery.id(), outcome, reading.words(), at == null ? clock.now() : at, answer))
                .flatMap(receipt -> acknowledgements.take(CivilStatusLine.PARTNER, receipt))
                .isPresent();
    }

    /** Whether the newest is still on its way out: what is read now was said of the one before it. */
    boolean stillToGo(Registration claimed) {
        return deliveries.ofDossier(claimed.dossierNumber()).stream()
                .filter(Receipts::isOurs)
                .reduce((earlier, later) -> later)
                .filter(last -> last.state() == DeliveryState.READY || last.state() == DeliveryState.SENDING)
                .isPresent();
    }

    private static boolean isOurs(Delivery delivery) {
        return delivery.partner().equals(CivilStatusLine.PARTNER)
                && delivery.kind().equals(RegistrationOrders.KIND);
    }

    private static boolean awaits(Delivery delivery) {
        return isOurs(delivery)
                && switch (delivery.state()) {
                    case READY, SENDING, SENT, UNCERTAIN, PARKED -> true;
                    case CONFIRMED, REFUSED, CANCELLED, EXPIRED -> false;
                };
    }
}
