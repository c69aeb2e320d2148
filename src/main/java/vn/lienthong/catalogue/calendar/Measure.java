package vn.lienthong.catalogue.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What different rules make of the same dossier. Each is worked out by itself; none changes what the other sees. */
public enum Measure {
    /** Decrees 61/2018 and 118/2025: after each supplement the term begins anew; it does not run while one is waited for. */
    DECREE {
        @Override
        public Optional<Instant> due(Running dossier, WorkingTime time) {
            List<Pause> supplements = Pause.of(Pause.Kind.SUPPLEMENT, dossier.pauses());
            if (supplements.stream().anyMatch(pause -> pause.to() == null)) {
                return Optional.empty();
            }
            Instant from = supplements.stream()
                    .flatMap(pause -> Optional.ofNullable(pause.to()).stream())
                    .max(Comparator.naturalOrder())
                    .orElse(dossier.received());
            return Optional.of(dossier.term().due(from, time).at());
        }
    },
    /** Index 766: the appointment stands, the time of the supplement is taken off; a second supplement is late by itself. */
    INDEX_766 {
        @Override
        public Optional<Instant> due(Running dossier, WorkingTime time) {
            Instant appointment = dossier.appointment();
            Instant end = appointment != null
                    ? appointment
                    : dossier.term().due(dossier.received(), time).at();
            return Optional.of(end.plus(Pause.of(Pause.Kind.SUPPLEMENT, dossier.pauses()).stream()
                    .flatMap(pause ->
                            Optional.ofNullable(pause.to()).stream().map(to -> Duration.between(pause.from(), to)))
                    .reduce(Duration.ZERO, Duration::plus)));
        }

        @Override
        Optional<Instant> end(Running dossier) {
            return Optional.ofNullable(dossier.ended())
                    .or(() -> dossier.pauses().stream()
                            .filter(pause -> pause.kind() == Pause.Kind.SUPPLEMENT && pause.to() == null)
                            .map(Pause::from)
                            .findFirst());
        }

        @Override
        boolean lateByItself(Running dossier) {
            return Pause.of(Pause.Kind.SUPPLEMENT, dossier.pauses()).size() > 1;
        }
    },
    /** Decree 63/2024, linked death procedures: what relatives take to confirm, five working days at most, does not count. */
    DEATH_FLOW {
        @Override
        public Optional<Instant> due(Running dossier, WorkingTime time) {
            Instant end = dossier.term().due(dossier.received(), time).at();
            Duration most = WorkingTime.DAY.multipliedBy(RELATIVES_DAYS);
            for (Pause pause : Pause.of(Pause.Kind.RELATIVES, dossier.pauses())) {
                Instant to = pause.to();
                if (to == null) {
                    return Optional.empty();
                }
                Duration waited = time.between(pause.from(), to);
                end = time.plus(end, waited.compareTo(most) < 0 ? waited : most);
            }
            return Optional.of(end);
        }
    };

    private static final int RELATIVES_DAYS = 5;

    /** When it must be done; empty while the clock stands still. */
    public abstract Optional<Instant> due(Running dossier, WorkingTime time);

    /** When it was done, as this rule sees it; empty while it is not. */
    Optional<Instant> end(Running dossier) {
        return Optional.ofNullable(dossier.ended());
    }

    boolean lateByItself(Running dossier) {
        return false;
    }

    /** How it stands at this moment. {@code soon}: how long before its end a term is nearly over. */
    public Standing standing(Running dossier, WorkingTime time, Instant now, Duration soon) {
        if (lateByItself(dossier)) {
            return end(dossier).isPresent() ? Standing.LATE : Standing.OVERDUE;
        }
        Optional<Instant> due = due(dossier, time);
        Optional<Instant> end = end(dossier);
        if (due.isEmpty()) {
            return end.isPresent() ? Standing.ON_TIME : Standing.RUNNING;
        }
        return end.map(done -> Standing.ofDone(done, due.get())).orElseGet(() -> Standing.ofOpen(now, due.get(), soon));
    }
}
