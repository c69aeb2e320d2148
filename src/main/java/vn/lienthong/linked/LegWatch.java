package vn.lienthong.linked;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.catalogue.calendar.Standing;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.linked.LegWatchRepository.Taken;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/**
 * Looks for legs that nobody took up within two working hours, that are late, or that two dossiers claim, and puts them
 * before the agency that took the linked dossier in. What has settled itself is taken away again.
 */
@Component
class LegWatch {
    static final String NOT_TAKEN = "LINKED-LEG-NOT-TAKEN";
    static final String LATE = "LINKED-LEG-LATE";
    static final String DOUBLE = "LINKED-LEG-DOUBLE";

    private static final Duration TO_TAKE = Duration.ofHours(2);
    private static final int PAGE = 200;
    private static final int GATHERED = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(LegWatch.class);

    private static final Duration LEASE = Duration.ofMinutes(5);
    /** Calendars and lists change too. */
    private static final Duration AT_LEAST = Duration.ofHours(12);

    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);

    private final LinkedDossiers linked;
    private final LegWatchRepository rows;
    private final WorkItems workItems;
    private final WorkingCalendar calendar;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    LegWatch(
            LinkedDossiers linked,
            LegWatchRepository rows,
            WorkItems workItems,
            WorkingCalendar calendar,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.linked = linked;
        this.rows = rows;
        this.workItems = workItems;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks at those of which something was told, or something may be late by now. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 60_000)
    void look() {
        while (rows.gather(GATHERED) == GATHERED) {
            // until no more is told than fits
        }
        List<Taken> page;
        do {
            page = rows.take(PAGE, LEASE);
            page.forEach(this::look);
        } while (page.size() == PAGE);
    }

    /** Finds those that were told before their procedure became a linked one. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 45_000)
    void sweep() {
        String after = "";
        List<DossierRecord> page;
        do {
            page = linked.open(after, PAGE);
            if (!page.isEmpty()) {
                after = page.getLast().number();
                rows.know(page.stream().map(DossierRecord::number).toList());
            }
        } while (page.size() == PAGE);
    }

    private void look(Taken taken) {
        Optional<DossierRecord> parent = linked.open(taken.number());
        if (parent.isEmpty()) {
            rows.forget(taken);
            return;
        }
        Instant now = clock.now();
        Instant next = now.plus(AFTER_TROUBLE);
        try {
            next = look(parent.get(), now);
        } catch (IllegalArgumentException noCalendar) {
            LOG.warn("Không tính được hạn của hồ sơ liên thông {} / no clock for {}", taken.number(), taken.number());
        } catch (RuntimeException trouble) { // the others must not wait for it
            LOG.warn("The legs of {} are not looked at yet", taken.number(), trouble);
        }
        rows.next(taken, next);
    }

    /** When to look again. */
    private Instant look(DossierRecord parent, Instant now) {
        List<LegView> legs = linked.legs(parent).orElse(List.of());
        transaction.executeWithoutResult(status -> {
            tell(
                    parent,
                    NOT_TAKEN,
                    legs.stream().filter(leg -> notTaken(parent, leg, now)).toList());
            tell(parent, LATE, legs.stream().filter(LegWatch::late).toList());
            tell(parent, DOUBLE, legs.stream().filter(leg -> leg.doubles() > 0).toList());
        });
        return legs.stream()
                .flatMap(leg -> Stream.of(toBeTaken(parent, leg), Optional.ofNullable(leg.due())))
                .flatMap(Optional::stream)
                .map(end -> end.plusSeconds(1))
                .filter(end -> end.isAfter(now) && end.isBefore(now.plus(AT_LEAST)))
                .min(Comparator.naturalOrder())
                .orElse(now.plus(AT_LEAST));
    }

    private Optional<Instant> toBeTaken(DossierRecord parent, LegView leg) {
        return Optional.ofNullable(leg.ready())
                .filter(ready ->
                        leg.state() == LegView.State.READY && !leg.leg().chosen())
                .map(ready -> calendar.of(parent.competentAgency()).plus(ready, TO_TAKE));
    }

    private boolean notTaken(DossierRecord parent, LegView leg, Instant now) {
        Instant ready = leg.ready();
        return leg.state() == LegView.State.READY
                && !leg.leg().chosen()
                && ready != null
                && calendar.of(parent.competentAgency()).between(ready, now).compareTo(TO_TAKE) > 0;
    }

    private static boolean late(LegView leg) {
        return leg.standing() == Standing.OVERDUE;
    }

    /** Opens it once, and takes it away when no leg is concerned any more. */
    private void tell(DossierRecord parent, String code, List<LegView> legs) {
        boolean open = !workItems
                .search(new WorkItemFilter(parent.number(), null, code, WorkItem.State.OPEN, null, 1))
                .items()
                .isEmpty();
        if (legs.isEmpty() && open) {
            workItems.settle(code, parent.number(), "SETTLED");
        } else if (!legs.isEmpty() && !open) {
            String names =
                    String.join(", ", legs.stream().map(leg -> leg.leg().code()).toList());
            workItems.open(List.of(new NewWorkItem(
                    code, parent.number(), parent.intakeAgency(), null, parent.stateEvent(), text(code, names))));
        }
    }

    private static Bilingual text(String code, String legs) {
        return switch (code) {
            case NOT_TAKEN ->
                new Bilingual(
                        "Quá 2 giờ làm việc chưa có cơ quan tiếp nhận phần việc: " + legs
                                + ". Báo các bên và xử lý trong ngày làm việc.",
                        "Not taken up within 2 working hours: " + legs + ". Tell all parties, mend it the same day.");
            case LATE ->
                new Bilingual(
                        "Phần việc đã quá hạn: " + legs + ". Gửi phiếu xin lỗi và hẹn lại.",
                        "Late: " + legs + ". Apologise and give a new date.");
            default ->
                new Bilingual(
                        "Có nhiều hồ sơ con cho cùng phần việc: " + legs + ". Giữ lại một, rút các hồ sơ kia.",
                        "More than one dossier claims the same leg: " + legs + ". Keep one, withdraw the others.");
        };
    }
}
