package vn.lienthong.citizen.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.Tracked;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Page;

/** Puts together what a person is told: the tracker's rows but for the newest and those under a legal hold. */
@Component
class CitizenExport {
    private static final int MOST = 500;

    private final DataTracker tracker;
    private final HoldRepository holds;
    private final ExportProperties settings;
    private final Agencies agencies;
    private final GatewayClock clock;

    CitizenExport(
            DataTracker tracker,
            HoldRepository holds,
            ExportProperties settings,
            Agencies agencies,
            GatewayClock clock) {
        this.tracker = tracker;
        this.holds = holds;
        this.settings = settings;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The letter to this person about this time. */
    String letter(String personalId, String request, @Nullable Instant from, @Nullable Instant to) {
        Instant now = clock.now();
        Instant newest = now.minus(settings.delay());
        Instant end = to == null || to.isAfter(newest) ? newest : to;
        Page<Tracked> page = tracker.about(personalId, from, end, null, MOST);
        return PlainLetter.of(
                personalId, request, tellable(personalId, page.items(), now), page.next() != null, now, agencies);
    }

    private List<Tracked> tellable(String personalId, List<Tracked> rows, Instant now) {
        if (holds.holdsPerson(personalId, now)) {
            return List.of();
        }
        Set<String> dossiers = rows.stream()
                .map(row -> row.question().dossierNumber())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> held = holds.held(dossiers, now);
        return rows.stream()
                .filter(row -> row.question().dossierNumber() == null
                        || !held.contains(row.question().dossierNumber()))
                .toList();
    }
}
