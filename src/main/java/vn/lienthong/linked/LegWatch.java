package vn.lienthong.linked;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final Logger LOG = LoggerFactory.getLogger(LegWatch.class);

    private final LinkedDossiers linked;
    private final WorkItems workItems;
    private final WorkingCalendar calendar;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    LegWatch(
            LinkedDossiers linked,
            WorkItems workItems,
            WorkingCalendar calendar,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.linked = linked;
        this.workItems = workItems;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        String after = "";
        List<DossierRecord> page;
        do {
            page = linked.open(after, PAGE);
            for (DossierRecord parent : page) {
                after = parent.number();
                look(parent);
            }
        } while (page.size() == PAGE);
    }

    private void look(DossierRecord parent) {
        try {
            List<LegView> legs = linked.legs(parent).orElse(List.of());
            Instant now = clock.now();
            transaction.executeWithoutResult(status -> {
                tell(
                        parent,
                        NOT_TAKEN,
                        legs.stream().filter(leg -> notTaken(parent, leg, now)).toList());
                tell(parent, LATE, legs.stream().filter(LegWatch::late).toList());
                tell(
                        parent,
                        DOUBLE,
                        legs.stream().filter(leg -> leg.doubles() > 0).toList());
            });
        } catch (IllegalArgumentException noCalendar) {
            LOG.warn("Không tính được hạn của hồ sơ liên thông {} / no clock for {}", parent.number(), parent.number());
        }
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
