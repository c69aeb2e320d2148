package vn.lienthong.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the gateway said it accepted, written down outside of it by those who were told so. */
final class Ledger {
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();

    /** An accepted telling and the event it became. */
    record Entry(Telling telling, String eventId) {}

    void accepted(Telling telling, String eventId) {
        entries.add(new Entry(telling, eventId));
        accepted.incrementAndGet();
    }

    /** Begins anew, once everything was judged. */
    void clear() {
        entries.clear();
        accepted.set(0);
        repeats.set(0);
    }

    /** A call that got no answer and will be made again. */
    void unanswered() {
        repeats.incrementAndGet();
    }

    /** Something that must not happen. */
    void complain(String complaint) {
        complaints.add(complaint);
    }

    int size() {
        return accepted.get();
    }

    int repeats() {
        return repeats.get();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** By dossier, each in the order told. */
    Map<String, List<Entry>> byDossier() {
        Map<String, List<Entry>> dossiers = new TreeMap<>();
        entries.forEach(entry -> dossiers.computeIfAbsent(entry.telling().dossier(), number -> new ArrayList<>())
                .add(entry));
        return dossiers;
    }
}
