package vn.lienthong.linked;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.linked.LegalLimitRepository.Missed;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Looks once a minute whether what goes between the systems of a linked dossier keeps the times of the law, be the dossier
 * finished or not. Each delivery that misses one is a work item and a count, once; the item goes away when its delivery has
 * gone on. Only deliveries on their way are looked at, and of those told before only whether they still are.
 */
@Component
class LegalLimitWatch {
    static final String METRIC = "lienthong.linked.limit.missed";

    private static final int PAGE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(LegalLimitWatch.class);

    private final LinkedDossiers linked;
    private final Deliveries deliveries;
    private final LegalLimitRepository rows;
    private final WorkItems workItems;
    private final WorkingCalendar calendar;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;
    private final MeterRegistry registry;

    LegalLimitWatch(
            LinkedDossiers linked,
            Deliveries deliveries,
            LegalLimitRepository rows,
            WorkItems workItems,
            WorkingCalendar calendar,
            GatewayClock clock,
            TransactionTemplate transaction,
            MeterRegistry registry) {
        this.linked = linked;
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
        long after = 0;
        List<Delivery> page;
        do {
            page = deliveries.underWay(clock.now().minus(LegalLimit.SHORTEST), after, PAGE);
            if (!page.isEmpty()) {
                after = page.getLast().id();
                look(page);
            }
        } while (page.size() == PAGE);
        takeBack();
    }

    private void look(List<Delivery> page) {
        Map<String, DossierRecord> dossiers =
                linked.among(page.stream().map(Delivery::dossierNumber).collect(Collectors.toSet()));
        Set<Missed> told = rows.told(page.stream().map(Delivery::id).toList());
        List<Delivery> untold = page.stream()
                .filter(delivery -> dossiers.containsKey(delivery.dossierNumber()))
                .filter(delivery -> waits(delivery)
                        .filter(limit -> !told.contains(missed(delivery, limit)))
                        .isPresent())
                .toList();
        Map<Long, Instant> sent = deliveries
                .attempts(untold.stream().map(Delivery::id).toList())
                .stream()
                .filter(attempt -> !attempt.asked())
                .collect(Collectors.toMap(Attempt::deliveryId, Attempt::at, (one, other) -> one));
        for (Delivery delivery : untold) {
            DossierRecord dossier = Objects.requireNonNull(dossiers.get(delivery.dossierNumber()));
            LegalLimit limit = waits(delivery).orElseThrow();
            Instant since = limit == LegalLimit.RECEIPT
                    ? sent.getOrDefault(delivery.id(), delivery.createdAt())
                    : delivery.createdAt();
            try {
                if (limit.missed(since, clock.now(), calendar.of(dossier.competentAgency()))) {
                    tell(dossier, delivery, missed(delivery, limit));
                }
            } catch (IllegalArgumentException noCalendar) {
                LOG.warn(
                        "Không tính được thời hạn chuyển của {} / no times for {}", dossier.number(), dossier.number());
            }
        }
    }

    private static Missed missed(Delivery delivery, LegalLimit limit) {
        return new Missed(delivery.id(), delivery.dossierNumber(), limit);
    }

    private void takeBack() {
        Missed after = Missed.FIRST;
        List<Missed> page;
        do {
            page = rows.standing(after, PAGE);
            if (!page.isEmpty()) {
                after = page.getLast();
                Map<Long, Delivery> now =
                        deliveries.find(page.stream().map(Missed::delivery).toList());
                page.stream()
                        .filter(missed -> !stands(missed, now.get(missed.delivery())))
                        .forEach(this::end);
            }
        } while (page.size() == PAGE);
    }

    private static boolean stands(Missed missed, @Nullable Delivery delivery) {
        return delivery != null
                && waits(delivery).filter(missed.limit()::equals).isPresent();
    }

    /** Under the lock, and with the delivery as it is now: another node may tell something else of this dossier meanwhile. */
    private void end(Missed missed) {
        transaction.executeWithoutResult(status -> {
            rows.lock(missed.dossierNumber());
            if (!stands(missed, deliveries.find(missed.delivery()).orElse(null)) && rows.close(missed)) {
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

    private void tell(DossierRecord dossier, Delivery delivery, Missed missed) {
        Boolean first = transaction.execute(status -> {
            rows.lock(dossier.number());
            boolean told =
                    stands(missed, deliveries.find(delivery.id()).orElse(null)) && rows.tell(missed, clock.now());
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
