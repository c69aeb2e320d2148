package vn.lienthong.simulator.internal.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call thought through against what the portal knows, item after item, without touching it. */
final class Plan {
    private final Function<String, @Nullable Dossier> known;
    private final String at;
    private final boolean isUpdating;
    private final String service;
    private final Map<String, Dossier> touched = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private int next;
    private int duplicates;

    Plan(Function<String, @Nullable Dossier> known, int next, String at, String service, boolean isUpdating) {
        this.known = known;
        this.next = next;
        this.at = at;
        this.service = service;
        this.isUpdating = isUpdating;
    }

    void run(List<Item> list, Batch batch) {
        for (Item item : list) {
            Verdict verdict = item.check().good() ? consider(item) : item.check();
            verdicts.add(verdict);
            if (!verdict.good() && batch != Batch.PER_ITEM) {
                break;
            }
        }
        if (batch == Batch.ALL_OR_NOTHING && !verdicts.getLast().good()) {
            effects.clear();
            items.clear();
        }
    }

    private Verdict consider(Item item) {
        Dossier dossier = touched.getOrDefault(item.dossier(), known.apply(item.dossier()));
        return service.equals(Service.PROGRESS) ? step(item, dossier) : full(item, dossier);
    }

    private Verdict full(Item item, @Nullable Dossier dossier) {
        if (dossier == null) {
            return isUpdating ? Verdict.NO_DOSSIER_TO_UPDATE : effect(item, null, false);
        }
        boolean identical = dossier.isLastFull(item);
        duplicates += identical ? 1 : 0;
        if (!isUpdating) {
            return Verdict.EXISTS;
        }
        return identical ? Verdict.SUCCESS : effect(item, dossier, dossier.hasNewerFull(item));
    }

    private Verdict step(Item item, @Nullable Dossier dossier) {
        if (dossier == null) {
            return Verdict.NO_DOSSIER_FOR_STEP;
        }
        if (dossier.hasStep(item)) {
            duplicates++;
            return Verdict.SUCCESS;
        }
        return effect(item, dossier, dossier.hasNewerStep(item));
    }

    private Verdict effect(Item item, @Nullable Dossier dossier, boolean outOfOrder) {
        Effect effect = new Effect(
                next++, at, service, isUpdating, item.dossier(), item.fingerprint(), item.mark(), outOfOrder);
        touched.put(item.dossier(), Dossier.after(dossier, effect));
        effects.add(effect);
        items.add(item);
        return Verdict.SUCCESS;
    }

    /** What is to take effect, with {@link #items()} beside it. */
    List<Effect> effects() {
        return effects;
    }

    List<Item> items() {
        return items;
    }

    /** One for each item looked at. */
    List<Verdict> verdicts() {
        return verdicts;
    }

    /** How many items were identical repeats. */
    int duplicates() {
        return duplicates;
    }
}
