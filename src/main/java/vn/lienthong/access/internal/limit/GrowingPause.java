package vn.lienthong.access.internal.limit;

import java.time.Duration;

/** How long whoever guesses waits: four wrong ones are free, then half a minute, each time twice as long, up to a quarter of an hour. */
public final class GrowingPause {
    private static final int FREE = 5;
    private static final int DOUBLINGS = 10;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private GrowingPause() {}

    /** The wait after so many wrong ones in a row. */
    public static Duration after(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(wrong - FREE, DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
