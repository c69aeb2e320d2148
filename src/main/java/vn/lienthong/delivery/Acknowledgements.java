package vn.lienthong.delivery;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.Acknowledgement.Effect;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.delivery.Acknowledgement.Taken;

/**
 * Takes the separate acknowledgements of partners. One that comes before we have written down that the message went is
 * held, one that contradicts what is settled is kept and put before a person; one that never comes makes us ask.
 */
@Component
public class Acknowledgements {
    /** More different ones about one delivery are an error at the partner's. */
    private static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final AcknowledgementRepository kept;
    private final DeliveryRepository deliveries;
    private final LaneRepository lanes;
    private final OutcomeRepository outcomes;
    private final Findings findings;
    private final Announcements announcements;
    private final Wakeup wakeup;
    private final TransactionTemplate transaction;

    Acknowledgements(
            AcknowledgementRepository kept,
            DeliveryRepository deliveries,
            LaneRepository lanes,
            OutcomeRepository outcomes,
            Findings findings,
            Announcements announcements,
            Wakeup wakeup,
            TransactionTemplate transaction) {
        this.kept = kept;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.findings = findings;
        this.announcements = announcements;
        this.wakeup = wakeup;
        this.transaction = transaction;
    }

    /**
     * Takes what this partner says, in the caller's transaction. Empty for a delivery that is not this partner's, was never
     * sent, or does not exist: which of these, nobody is told. Empty too for a partner that said too many things of one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Taken> take(String partner, Acknowledgement told) {
        return deliveries
                .find(told.deliveryId())
                .filter(delivery -> delivery.partner().equals(partner) && delivery.attempts() > 0)
                .flatMap(delivery -> take(delivery, told));
    }

    private Optional<Taken> take(Delivery seen, Acknowledgement told) {
        Delivery delivery = locked(seen);
        if (kept.count(delivery.id()) >= MOST) {
            return Optional.empty();
        }
        Optional<Long> id = kept.keep(told);
        if (id.isEmpty()) {
            return Optional.of(new Taken(delivery.dossierNumber(), delivery.state(), Effect.REPEATED));
        }
        Effect effect = apply(delivery, told);
        kept.noteEffect(id.get(), effect);
        return Optional.of(new Taken(delivery.dossierNumber(), locked(delivery).state(), effect));
    }

    private Delivery locked(Delivery seen) {
        lanes.lock(List.of(seen.dossierNumber()));
        kept.lock(seen.id());
        return deliveries.find(seen.id()).orElse(seen);
    }

    private Effect apply(Delivery delivery, Acknowledgement told) {
        Effect effect = effect(delivery, told.outcome());
        switch (effect) {
            case APPLIED -> settle(delivery, told);
            case DISPUTED -> findings.disputed(delivery, told);
            case HELD, REPEATED, NOTED -> {}
        }
        return effect;
    }

    private static Effect effect(Delivery delivery, Outcome outcome) {
        boolean accepted = outcome == Outcome.ACCEPTED;
        boolean corrected = Reason.CORRECTION_WANTED.code().equals(delivery.reason());
        return switch (delivery.state()) {
            case SENT, UNCERTAIN -> Effect.APPLIED;
            case READY, SENDING -> Effect.HELD;
            case PARKED -> accepted ? Effect.APPLIED : Effect.DISPUTED;
            case CONFIRMED -> accepted ? Effect.NOTED : Effect.DISPUTED;
            case REFUSED -> !accepted && corrected == (outcome == Outcome.CORRECTION) ? Effect.NOTED : Effect.DISPUTED;
            case CANCELLED, EXPIRED -> Effect.DISPUTED;
        };
    }

    private void settle(Delivery delivery, Acknowledgement told) {
        Reason reason = switch (told.outcome()) {
            case ACCEPTED -> null;
            case REFUSED -> Reason.CONTENT_REFUSED;
            case CORRECTION -> Reason.CORRECTION_WANTED;
        };
        DeliveryState end = reason == null ? DeliveryState.CONFIRMED : DeliveryState.REFUSED;
        boolean full = kept.settle(delivery, end, reason == null ? null : reason.code(), told);
        if (full && reason == null) {
            outcomes.hold(delivery.partner(), List.of(delivery.dossierNumber()));
        }
        lanes.refresh(List.of(delivery.partner()), List.of(delivery.dossierNumber()));
        findings.acknowledged(delivery, end, reason, told.words());
        announcements.announceAcknowledged(delivery, end, reason, told);
        wakeup.ring(delivery.partner());
    }

    /** Lets held ones take effect once their deliveries have gone on, whatever ended the wait: a crash too. */
    @Scheduled(fixedDelay = 500)
    public void release() {
        for (Long id : kept.ripe(100)) {
            try {
                transaction.executeWithoutResult(status -> kept.held(id).ifPresent(this::release));
            } catch (DataAccessException | TransactionException trouble) {
                LOG.warn("The acknowledgement {} is still held", id, trouble); // the others must not wait for it
            }
        }
    }

    private void release(AcknowledgementRepository.Held held) {
        deliveries
                .find(held.told().deliveryId())
                .ifPresent(seen -> kept.noteEffect(held.id(), apply(locked(seen), held.told())));
    }

    /** Makes us ask about what was not acknowledged in time. */
    @Scheduled(fixedDelay = 1000)
    public void remind() {
        int overdue = kept.doubtOverdue();
        if (overdue > 0) {
            LOG.warn(
                    "{} việc đã giao quá hạn chưa được xác nhận, đang hỏi bên nhận / {} deliveries were not acknowledged in"
                            + " time, asking the partner",
                    overdue,
                    overdue);
            wakeup.ringAll();
        }
    }
}
