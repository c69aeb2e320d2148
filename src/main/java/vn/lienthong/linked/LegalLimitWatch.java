package vn.lienthong.linked;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.catalogue.calendar.WorkingTime;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.linked.LegalLimitRepository.Missed;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Looks once a minute whether what goes between the systems of a linked dossier keeps the times of the law. Each delivery that
 * misses one is a work item and a count, once; the item goes away when its delivery has gone on.
 */
@Component
class LegalLimitWatch {
    static final String METRIC = "lienthong.linked.limit.missed";

    private static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(LegalLimitWatch.class);

    private final LinkedDossiers linked;
    private final DossierRegister dossiers;
    private final Deliveries deliveries;
    private final LegalLimitRepository rows;
    private final WorkItems workItems;
    private final WorkingCalendar calendar;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;
    private final MeterRegistry registry;

    LegalLimitWatch(
            LinkedDossiers linked,
            DossierRegister dossiers,
            Deliveries deliveries,
            LegalLimitRepository rows,
            WorkItems workItems,
            WorkingCalendar calendar,
            GatewayClock clock,
            TransactionTemplate transaction,
            MeterRegistry registry) {
        this.linked = linked;
        this.dossiers = dossiers;
        this.deliveries = deliveries;
        this.rows = rows;
        this.workItems = workItems;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
        this.registry = registry;
        for (LegalLimit limit : LegalLimit.values()) {
            count(limit, 0);
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        // before the rest: what another node tells meanwhile is not taken for over
        List<Missed> told = rows.open();
        Set<Missed> stand = new HashSet<>();
        String after = "";
        List<DossierRecord> page;
        do {
            page = linked.open(after, PAGE);
            for (DossierRecord parent : page) {
                after = parent.number();
                look(parent, stand);
                dossiers.children(parent.number()).forEach(leg -> look(leg, stand));
            }
        } while (page.size() == PAGE);
        told.stream().filter(missed -> !stand.contains(missed)).forEach(missed -> end(missed, stand));
    }

    private void look(DossierRecord dossier, Set<Missed> stand) {
        try {
            WorkingTime office = calendar.of(dossier.competentAgency());
            for (Delivery delivery : deliveries.ofDossier(dossier.number())) {
                Optional<LegalLimit> limit = waits(delivery);
                if (limit.isPresent() && limit.get().missed(since(delivery, limit.get()), clock.now(), office)) {
                    Missed missed = new Missed(delivery.id(), dossier.number(), limit.get());
                    stand.add(missed);
                    tell(dossier, delivery, missed);
                }
            }
        } catch (IllegalArgumentException noCalendar) {
            LOG.warn("Không tính được thời hạn chuyển của {} / no times for {}", dossier.number(), dossier.number());
        }
    }

    private void end(Missed missed, Set<Missed> stand) {
        boolean others = stand.stream()
                .anyMatch(other ->
                        other.dossierNumber().equals(missed.dossierNumber()) && other.limit() == missed.limit());
        transaction.executeWithoutResult(status -> {
            rows.close(missed);
            if (!others) {
                workItems.settle(missed.limit().code(), missed.dossierNumber(), "SETTLED");
            }
        });
    }

    /** Which time is running for it; none where it has ended, or a person has it already. */
    private static Optional<LegalLimit> waits(Delivery delivery) {
        return switch (delivery.state()) {
            case READY, SENDING, UNCERTAIN ->
                // what was handed over and is asked about waits for its receipt
                Optional.of(
                        delivery.attempts() > 0 && delivery.maybeSent() ? LegalLimit.RECEIPT : LegalLimit.PASSED_ON);
            case SENT -> Optional.of(LegalLimit.RECEIPT);
            case CONFIRMED, PARKED, REFUSED, CANCELLED, EXPIRED -> Optional.empty();
        };
    }

    private Instant since(Delivery delivery, LegalLimit limit) {
        return switch (limit) {
            case PASSED_ON -> delivery.createdAt();
            case RECEIPT ->
                deliveries.attempts(List.of(delivery.id())).stream()
                        .filter(attempt -> !attempt.asked())
                        .map(Attempt::at)
                        .min(Comparator.naturalOrder())
                        .orElse(delivery.createdAt());
        };
    }

    private void tell(DossierRecord dossier, Delivery delivery, Missed missed) {
        Boolean first = transaction.execute(status -> {
            boolean told = rows.tell(missed, clock.now());
            if (told) {
                workItems.open(List.of(new NewWorkItem(
                        missed.limit().code(),
                        dossier.number(),
                        dossier.intakeAgency(),
                        delivery.id(),
                        delivery.eventId(),
                        missed.limit().text(delivery.partner()))));
            }
            return told;
        });
        if (Boolean.TRUE.equals(first)) {
            count(missed.limit(), 1);
        }
    }

    private void count(LegalLimit limit, int times) {
        registry.counter(METRIC, "limit", limit.name()).increment(times);
    }
}
