package vn.lienthong.linked;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.calendar.Measure;
import vn.lienthong.catalogue.calendar.Running;
import vn.lienthong.catalogue.calendar.Standing;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.catalogue.calendar.WorkingTime;

/** Works out how the legs of a linked dossier stand, from what was told of each: nothing is kept that could disagree. */
final class LegClocks {
    private static final Duration SOON = Duration.ofHours(4);

    private final WorkingCalendar calendar;

    LegClocks(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The legs in the order of the graph, where no facts were given. */
    List<LegView> of(LinkedProcedure procedure, @Nullable Instant accepted, List<LegDossier> told, Instant now) {
        return of(procedure, accepted, told, Map.of(), now);
    }

    /**
     * The legs in the order of the graph.
     *
     * @param accepted when the whole was received, null while it is not
     * @param facts when each fact that a leg gave was first told
     */
    List<LegView> of(
            LinkedProcedure procedure,
            @Nullable Instant accepted,
            List<LegDossier> told,
            Map<String, Instant> facts,
            Instant now) {
        Map<String, LegView> views = new LinkedHashMap<>();
        for (Leg leg : procedure.legs()) {
            List<LegDossier> own = told.stream()
                    .filter(dossier -> dossier.procedure().equals(leg.procedure()))
                    .sorted(Comparator.comparing(LegDossier::number))
                    .toList();
            Optional<Instant> ready = ready(leg, accepted, views);
            Instant given = leg.endedBy() == null || !own.isEmpty() ? null : facts.get(leg.endedBy());
            views.put(
                    leg.code(),
                    given == null
                            ? view(leg, own, ready.orElse(null), now)
                            : new LegView(
                                    leg, LegView.State.DONE, null, 0, ready.orElse(null), null, null, false, given));
        }
        return new ArrayList<>(views.values());
    }

    /** When the last of what it waits for was done; empty while one of them is not. */
    private static Optional<Instant> ready(Leg leg, @Nullable Instant accepted, Map<String, LegView> before) {
        Instant last = accepted;
        for (String code : leg.after()) {
            LegView view = Objects.requireNonNull(before.get(code));
            Instant ended = view.ended();
            if (view.state() != LegView.State.DONE || ended == null) {
                return Optional.empty();
            }
            last = last == null || last.isBefore(ended) ? ended : last;
        }
        return Optional.ofNullable(last);
    }

    private LegView view(Leg leg, List<LegDossier> own, @Nullable Instant ready, Instant now) {
        if (own.isEmpty()) {
            return new LegView(
                    leg,
                    ready == null ? LegView.State.WAITING : LegView.State.READY,
                    null,
                    0,
                    ready,
                    null,
                    null,
                    false,
                    null);
        }
        // the one that goes on counts, should another have been stopped
        LegDossier dossier =
                own.stream().filter(one -> !one.stopped()).findFirst().orElse(own.getFirst());
        int doubles = (int) own.stream().filter(one -> !one.stopped()).count() - 1;
        Instant began = dossier.began();
        boolean early = began != null && (ready == null || began.isBefore(ready));
        return new LegView(
                leg,
                state(dossier),
                dossier,
                Math.max(0, doubles),
                ready,
                began == null ? null : leg.term().due(began, time(dossier)).at(),
                began == null || dossier.stopped() ? null : standing(leg, dossier, began, now),
                early,
                dossier.ended());
    }

    private static LegView.State state(LegDossier dossier) {
        if (dossier.stopped()) {
            return LegView.State.STOPPED;
        }
        return dossier.done() ? LegView.State.DONE : LegView.State.RUNNING;
    }

    private Standing standing(Leg leg, LegDossier dossier, Instant began, Instant now) {
        Running running = new Running(began, leg.term(), null, List.of(), dossier.ended(), null, null);
        return Measure.DECREE.standing(running, time(dossier), now, SOON);
    }

    private WorkingTime time(LegDossier dossier) {
        return calendar.of(dossier.agency());
    }
}
