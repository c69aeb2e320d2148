package vn.lienthong.simulator.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between tries, each twice as long as the one before, and ends at once when the feed is stopped. */
final class Pauses {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Duration first;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Pauses(Duration first) {
        this.first = first;
    }

    /** Waits after this many failed tries, but at least {@code asked}; says whether to go on. */
    boolean after(int failedTries, Duration asked) throws InterruptedException {
        Duration grown = first.multipliedBy(1L << Math.min(failedTries - 1, 16));
        Duration own = grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
        Duration pause = asked.compareTo(own) > 0 ? asked : own;
        return !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean goOn() {
        return stopped.getCount() > 0;
    }

    void stop() {
        stopped.countDown();
    }
}
