package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The portal's dossiers. One call at a time changes them: it is thought through, written to disk whole, and only then
 * known here; so what was answered is never lost and of two creates of one dossier exactly one succeeds.
 */
final class DossierBook implements Closeable {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final EffectLog log;
    private final Clock clock;
    private final Map<String, Dossier> dossiers = new HashMap<>();
    private final List<String> inOrder = new ArrayList<>();
    private final List<Integer> created = new ArrayList<>();
    private Figures figures = Figures.NONE;

    DossierBook(Path directory, Clock clock) {
        this.clock = clock;
        log = new EffectLog(directory);
        log.replay(this::take);
    }

    /** Lets a call's items take effect as its kind of batch says; one verdict for each item looked at. */
    synchronized List<Verdict> apply(List<Item> items, String service, boolean isUpdating, Batch batch) {
        Plan plan = new Plan(dossiers::get, log.count() + 1, AT.format(clock.instant()), service, isUpdating);
        plan.run(items, batch);
        if (!plan.effects().isEmpty() || plan.duplicates() > 0) {
            log.write(plan.effects(), plan.items(), plan.duplicates());
            take(plan.effects(), plan.duplicates());
        }
        return plan.verdicts();
    }

    private void take(List<Effect> effects, int duplicates) {
        for (Effect effect : effects) {
            Dossier known = dossiers.get(effect.dossier());
            if (known == null) {
                inOrder.add(effect.dossier());
                created.add(effect.number());
            }
            dossiers.put(effect.dossier(), Dossier.after(known, effect));
            figures = figures.plus(effect);
        }
        figures = figures.plusDuplicates(duplicates);
    }

    synchronized Figures figures() {
        return figures;
    }

    synchronized int size() {
        return dossiers.size();
    }

    /** Every effect on a dossier, with the items, in order; nothing for an unknown one. */
    synchronized Optional<List<ObjectNode>> history(String number) {
        return Optional.ofNullable(dossiers.get(number))
                .map(dossier -> dossier.history()
                        .mapToObj(effect -> Shown.whole(log.line(effect)))
                        .toList());
    }

    /** The last full item of a dossier. */
    synchronized Optional<ObjectNode> lastFull(String number) {
        return Optional.ofNullable(dossiers.get(number)).map(dossier -> Shown.item(log.line(dossier.lastFullNumber())));
    }

    /** All step items of a dossier, in the order received. */
    synchronized List<ObjectNode> steps(String number) {
        Dossier dossier = dossiers.get(number);
        return dossier == null
                ? List.of()
                : dossier.steps().mapToObj(step -> Shown.item(log.line(step))).toList();
    }

    /** A page of all effects behind a number; with the items only when asked. */
    synchronized List<ObjectNode> feed(int after, int limit, boolean full) {
        int last = (int) Math.min(log.count(), (long) after + limit);
        return IntStream.rangeClosed(after + 1, last)
                .mapToObj(log::line)
                .map(line -> full ? Shown.whole(line) : Shown.head(line))
                .toList();
    }

    /** A page of dossier numbers in the order of their creation, behind one of them; nothing if that is unknown. */
    synchronized Optional<List<String>> numbers(String after, int limit) {
        Dossier before = dossiers.get(after);
        if (before == null && !after.isEmpty()) {
            return Optional.empty();
        }
        int from = before == null ? 0 : 1 + Collections.binarySearch(created, before.created());
        return Optional.of(List.copyOf(inOrder.subList(from, Math.min(inOrder.size(), from + limit))));
    }

    synchronized void empty() {
        log.restart();
        dossiers.clear();
        inOrder.clear();
        created.clear();
        figures = Figures.NONE;
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
