package vn.lienthong.simulator.internal.portal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the portal must know of one dossier at hand: numbers of its effects and just enough to judge the next one. The
 * items themselves stay on disk. Unchangeable, so that a call can be thought through before any of it takes effect.
 */
final class Dossier {
    private final int[] fulls;
    private final int[] steps;
    private final long[] stepFingerprints;
    private final long lastFull;
    private final Mark newest;
    private final long newestStep;

    private Dossier(int[] fulls, int[] steps, long[] stepFingerprints, long lastFull, Mark newest, long newestStep) {
        this.fulls = fulls;
        this.steps = steps;
        this.stepFingerprints = stepFingerprints;
        this.lastFull = lastFull;
        this.newest = newest;
        this.newestStep = newestStep;
    }

    /** This dossier with one effect more; from nothing, a new one. */
    static Dossier after(@Nullable Dossier known, Effect effect) {
        int[] number = {effect.number()};
        if (known == null) {
            return new Dossier(number, new int[0], new long[0], effect.fingerprint(), effect.mark(), 0);
        }
        if (effect.isStep()) {
            long[] prints = Arrays.copyOf(known.stepFingerprints, known.stepFingerprints.length + 1);
            prints[prints.length - 1] = effect.fingerprint();
            long newest = Math.max(known.newestStep, effect.mark().latest());
            return new Dossier(known.fulls, plus(known.steps, effect), prints, known.lastFull, known.newest, newest);
        }
        Mark newest = effect.outOfOrder() ? known.newest : effect.mark();
        return new Dossier(
                plus(known.fulls, effect),
                known.steps,
                known.stepFingerprints,
                effect.fingerprint(),
                newest,
                known.newestStep);
    }

    private static int[] plus(int[] numbers, Effect effect) {
        int[] more = Arrays.copyOf(numbers, numbers.length + 1);
        more[numbers.length] = effect.number();
        return more;
    }

    boolean isLastFull(Item item) {
        return lastFull == item.fingerprint();
    }

    boolean hasStep(Item item) {
        return Arrays.stream(stepFingerprints).anyMatch(print -> print == item.fingerprint());
    }

    /** Whether a full item is older than one already shown. */
    boolean hasNewerFull(Item item) {
        return item.mark().olderThan(newest);
    }

    /** Whether a step was taken before one already shown. */
    boolean hasNewerStep(Item item) {
        return item.mark().latest() < newestStep;
    }

    int created() {
        return fulls[0];
    }

    int lastFullNumber() {
        return fulls[fulls.length - 1];
    }

    IntStream steps() {
        return Arrays.stream(steps);
    }

    /** All its effects, in order. */
    IntStream history() {
        return IntStream.concat(Arrays.stream(fulls), Arrays.stream(steps)).sorted();
    }
}
