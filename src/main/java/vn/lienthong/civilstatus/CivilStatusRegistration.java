package vn.lienthong.civilstatus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.civilstatus.wire.Call;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.CivilStatusProperties;
import vn.lienthong.civilstatus.wire.CivilStatusProperties.Unit;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvent.StateTold;
import vn.lienthong.dossier.DossierEvents;

/** Hands dossiers to the civil-status platform, one by one, and asks whether one arrived whose answer was lost. */
@Component("civilStatusRegistration")
public class CivilStatusRegistration {
    private final DossierEvents events;
    private final Contract contract;
    private final CivilStatusProperties settings;
    private final CivilStatusLine line;
    private final RegistrationWriter writer;

    CivilStatusRegistration(
            DossierEvents events, Contract contract, CivilStatusProperties settings, CivilStatusLine line) {
        this.events = events;
        this.contract = contract;
        this.settings = settings;
        this.line = line;
        this.writer = new RegistrationWriter(contract);
    }

    /** What one delivery is made from. */
    private record Source(DossierContent content, String module, Unit unit) {}

    /** Notes for every delivery of the batch what its own call came to. */
    public void send(DeliveryBatch batch) {
        for (ClaimedDelivery delivery : batch.undecided()) {
            batch.note(delivery, send(batch, delivery));
        }
    }

    /** Notes for every delivery of the batch whether the platform has it. */
    public void ask(DeliveryBatch batch) {
        for (ClaimedDelivery delivery : batch.undecided()) {
            batch.note(
                    delivery,
                    source(delivery)
                            .map(source -> Verdict.ofQuestion(
                                    line.read(
                                            call(batch, delivery, batch.lease()::holds),
                                            source.module(),
                                            source.unit().province(),
                                            List.of(delivery.dossierNumber())),
                                    delivery.dossierNumber()))
                            .orElseGet(() -> new Undecidable(Reason.CANNOT_BE_BUILT, null, true)));
        }
    }

    private DeliveryOutcome send(DeliveryBatch batch, ClaimedDelivery delivery) {
        // with several in a batch, what one of them let out says nothing about this one
        AtomicBoolean left = new AtomicBoolean();
        try {
            Optional<Source> source = source(delivery);
            if (source.isEmpty()) {
                return new Undecidable(Reason.CANNOT_BE_BUILT, "thiếu mã đơn vị / no unit code", false);
            }
            RegistrationWriter.Written written = writer.write(
                    delivery.dossierNumber(),
                    source.get().module(),
                    source.get().unit(),
                    source.get().content());
            if (!written.missing().isEmpty()) {
                return new Refused(Reason.CONTENT_UNSENDABLE, null, "thiếu / missing: " + written.missing());
            }
            BooleanSupplier leaving = () -> {
                boolean may = batch.markLeaving();
                left.compareAndSet(false, may);
                return may;
            };
            return Verdict.ofHandingOver(line.push(call(batch, delivery, leaving), written.body()));
        } catch (DataAccessException | TransactionException trouble) {
            String what = trouble.getClass().getSimpleName();
            return left.get() ? new MaybeSent(Reason.ANSWER_LOST, what, false) : new NotSent(Reason.OWN_TROUBLE, what);
        }
    }

    private Optional<Source> source(ClaimedDelivery delivery) {
        DossierEvent event = events.load(List.of(delivery.eventId())).get(delivery.eventId());
        return event instanceof StateTold told
                ? contract.moduleOf(Procedures.bare(told.content().procedureCode()))
                        .flatMap(module -> settings.unit(told.content().competentAgency())
                                .map(unit -> new Source(told.content(), module, unit)))
                : Optional.empty();
    }

    private static Call call(DeliveryBatch batch, ClaimedDelivery delivery, BooleanSupplier mayLeave) {
        return new Call(
                delivery.dossierNumber(),
                batch.lease()::remaining,
                mayLeave,
                (UUID evidence) -> batch.sendingAs(evidence, Map.of()));
    }
}
