package vn.lienthong.linked;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.inbox.Inbox;
import vn.lienthong.inbox.InboxEvent;
import vn.lienthong.inbox.Receiver;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/**
 * Puts the facts that a leg gave into every leg that waits for it, each once: event, mark and news of a dossier are one
 * transaction under the dossier's lock, so that neither a crash nor a second node makes it none or two. What is missed at once
 * is found by the sweep, for what is still to be done is derived from what is stored.
 */
@Component
class HandingOn {
    static final String ARRIVED = "vn.lienthong.linked.facts-arrived.v1";

    private static final Caller GATEWAY =
            new Caller("lienthong", "Liên Thông", null, Set.of(), null, Caller.Kind.CLIENT);
    private static final List<DossierStatus> ENDED =
            List.of(DossierStatus.RETURNED, DossierStatus.NOT_ACCEPTED, DossierStatus.WITHDRAWN, DossierStatus.STOPPED);
    private static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(HandingOn.class);

    private final LinkedFactRepository rows;
    private final LinkedDossiers linked;
    private final DossierRegister dossiers;
    private final DossierEvents events;
    private final Inbox inbox;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    HandingOn(
            LinkedFactRepository rows,
            LinkedDossiers linked,
            DossierRegister dossiers,
            DossierEvents events,
            Inbox inbox,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.linked = linked;
        this.dossiers = dossiers;
        this.events = events;
        this.inbox = inbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What was hinted at: as a rule all there is to do. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        rows.hinted(PAGE).forEach(this::handOn);
    }

    /** Everything that is open, for hints may be lost. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void sweep() {
        UUID after = null;
        List<LinkedFact> page;
        do {
            page = rows.open(after, PAGE);
            for (LinkedFact fact : page) {
                after = fact.event();
                handOn(fact);
            }
        } while (page.size() == PAGE);
    }

    private void handOn(LinkedFact fact) {
        try {
            Optional<DossierRecord> parent = dossiers.find(fact.parent());
            if (parent.isPresent()) {
                Set<String> handed = rows.handed(fact.event());
                linked.following(parent.get(), fact.dossierNumber()).forEach((dossier, leg) -> {
                    if (!handed.contains(dossier.number())) {
                        hand(fact, dossier, leg);
                    }
                });
                DossierStatus status = parent.get().status();
                if (status != null && ENDED.contains(status)) {
                    rows.close(fact.event());
                }
            }
        } catch (RuntimeException trouble) {
            // the others must not wait for it, and the sweep comes back
            LOG.warn("Facts of {} are not handed on yet", fact.dossierNumber(), trouble);
        }
    }

    private void hand(LinkedFact fact, DossierRecord dossier, Leg leg) {
        Optional<FactsTold> told = told(fact);
        Optional<DossierNumber> number = DossierNumber.parse(dossier.number());
        if (told.isEmpty() || number.isEmpty()) {
            return;
        }
        UUID event = Ids.next();
        NoteFacts command =
                new NoteFacts(event, number.get(), GATEWAY, told.get().known().handedOn(fact.event()));
        transaction.executeWithoutResult(status -> {
            Instant now = clock.now();
            DossierAnswer answer = dossiers.apply(List.of(command), Map.of()).getFirst();
            // under the dossier's lock: newer facts may have come, or another node been here
            boolean still = answer instanceof DossierAnswer.Accepted accepted
                    && !accepted.repeated()
                    && rows.isOpen(fact.event())
                    && rows.hand(fact.event(), dossier.number(), event, now);
            if (!still) {
                status.setRollbackOnly();
                return;
            }
            inbox.tell(new InboxEvent(
                    new Receiver.OfAgency(dossier.intakeAgency()),
                    ARRIVED,
                    dossier.number(),
                    now,
                    new FactsArrived(
                            dossier.number(),
                            fact.parent(),
                            leg.code(),
                            fact.dossierNumber(),
                            command.known().source(),
                            event,
                            command.known().facts())));
        });
    }

    private Optional<FactsTold> told(LinkedFact fact) {
        DossierEvent event = events.load(List.of(fact.event())).get(fact.event());
        return event instanceof FactsTold facts ? Optional.of(facts) : Optional.empty();
    }
}
