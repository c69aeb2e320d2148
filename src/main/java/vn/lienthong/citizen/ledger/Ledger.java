package vn.lienthong.citizen.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.citizen.ledger.LedgerRepository.Count;
import vn.lienthong.citizen.plan.PaperCount;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;

/**
 * Keeps the count of papers of each accepted dossier up to date: again when the dossier changed or a look-up of it ended. Two
 * nodes that count at one time write the same.
 */
@Component
public class Ledger {
    private static final int PAGE = 200;

    private final DossierRegister dossiers;
    private final PaperCount papers;
    private final DataTracker tracker;
    private final LedgerRepository rows;
    private final LedgerProperties settings;
    private final GatewayClock clock;

    Ledger(
            DossierRegister dossiers,
            PaperCount papers,
            DataTracker tracker,
            LedgerRepository rows,
            LedgerProperties settings,
            GatewayClock clock) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.tracker = tracker;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts what changed. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 30_000)
    public void count() {
        Instant since = clock.now().minus(settings.counted());
        String after = "";
        for (List<DossierRecord> page = page(since, after); !page.isEmpty(); page = page(since, after)) {
            count(page);
            after = page.getLast().number();
        }
    }

    private List<DossierRecord> page(Instant since, String after) {
        return dossiers.acceptedSince(since, after, PAGE);
    }

    private void count(List<DossierRecord> page) {
        Instant now = clock.now(); // before anything is read: what changes meanwhile is counted next time
        List<String> numbers = page.stream().map(DossierRecord::number).toList();
        Map<String, Instant> counted = rows.counted(numbers);
        Map<String, Instant> asked = tracker.lastEnds(numbers);
        List<Count> found = new ArrayList<>();
        for (DossierRecord dossier : page) {
            Instant last = counted.getOrDefault(dossier.number(), Instant.MIN);
            boolean changed = !dossier.updatedAt().isBefore(last)
                    || !asked.getOrDefault(dossier.number(), Instant.MIN).isBefore(last);
            if (changed && !dossier.test()) {
                papers.of(dossier).ifPresent(count -> found.add(row(dossier, count)));
            }
        }
        rows.keep(found, now);
    }

    private static Count row(DossierRecord dossier, PaperCount.Papers count) {
        Instant accepted = java.util.Objects.requireNonNull(dossier.acceptedAt());
        LocalDate month = accepted.atZone(GatewayClock.ZONE).toLocalDate().withDayOfMonth(1);
        return new Count(
                dossier.number(),
                month,
                dossier.intakeAgency(),
                count.procedureCode(),
                count.papers(),
                count.avoided(),
                count.asked());
    }
}
