package vn.lienthong.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the marks of applicants: with each new state in its own transaction, and for the dossiers that were there before
 * little by little, one node at a time, going on where the last one ended.
 */
@Component
class PersonIndex implements DossierListener {
    private static final int AT_ONCE = 200;
    private static final int SLICES = 10;

    private final PersonRepository rows;
    private final PersonMarks marks;
    private final DossierRepository dossiers;
    private final EventRepository events;
    private final TransactionTemplate transaction;
    private volatile boolean filled;

    PersonIndex(
            PersonRepository rows,
            PersonMarks marks,
            DossierRepository dossiers,
            EventRepository events,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.marks = marks;
        this.dossiers = dossiers;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void told(List<DossierCommand.TellState> states) {
        Map<String, Collection<Long>> fresh =
                new TreeMap<>(); // all nodes write in one order; the last state of a dossier wins
        states.forEach(
                told -> fresh.put(told.number().value(), marks.of(told.content().applicant())));
        rows.put(fresh);
    }

    /** Whether dossiers from before may still be missing. */
    boolean isFilling() {
        return !filled && !rows.filled();
    }

    /** A slice at a time, so that a large past costs intake a small share for some hours. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 30_000)
    void fill() {
        for (int slice = 0; slice < SLICES && !filled; slice++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> rows.locked() && fillNext()))) {
                return;
            }
        }
    }

    /** In the caller's transaction; true if there are more. */
    private boolean fillNext() {
        if (rows.filled()) {
            filled = true;
            return false;
        }
        List<String> next = rows.next(rows.filledUpTo(), AT_ONCE);
        rows.fill(read(next));
        boolean last = next.size() < AT_ONCE;
        rows.noteFilled(next.isEmpty() ? rows.filledUpTo() : next.getLast(), last);
        return !last;
    }

    private Map<String, Collection<Long>> read(List<String> numbers) {
        Map<UUID, String> states = new HashMap<>();
        dossiers.find(numbers)
                .forEach((number, record) -> states.put(Objects.requireNonNull(record.stateEvent()), number));
        Map<String, Collection<Long>> read = new TreeMap<>();
        events.load(states.keySet()).forEach((id, event) -> {
            if (event instanceof DossierEvent.StateTold told) {
                read.put(String.valueOf(states.get(id)), marks.of(told.content().applicant()));
            }
        });
        return read;
    }
}
