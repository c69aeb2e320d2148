package vn.lienthong.simulator.feed;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes up dossiers without end: the samples in turn, each time under a number that was never used. Safe for many threads.
 */
final class LoadPlan {
    private static final int RUNS = 100_000;
    private static final int DOSSIERS = 1_000_000;

    private final List<Sample> samples;
    private final FeedDays days;
    private final int run;
    private final AtomicInteger made = new AtomicInteger();

    LoadPlan(List<Sample> samples, FeedDays days, long run) {
        this.samples = samples;
        this.days = days;
        this.run = Math.toIntExact(Math.floorMod(run, (long) RUNS));
    }

    /** The calls of the next dossier. */
    Sample.Script next() {
        int count = made.getAndIncrement();
        String end = String.format(Locale.ROOT, "9%05d%06d", run, count % DOSSIERS);
        return samples.get(count % samples.size()).script(days, number -> renumbered(number, end));
    }

    /** Agency and day stay; what follows the day counts within it. */
    private static String renumbered(String number, String end) {
        return number.substring(0, number.lastIndexOf('-') + 1) + end;
    }
}
