package vn.lienthong.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clock, which a test or a rehearsal may move forward. */
public final class SettableClock implements GatewayClock {
    private final AtomicLong offsetNanos = new AtomicLong();

    @Override
    public Instant now() {
        return Instant.now().plusNanos(offsetNanos.get());
    }

    @Override
    public Duration offset() {
        return Duration.ofNanos(offsetNanos.get());
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }

    /** Moves the clock by {@code step}, which adds to earlier moves. */
    public void advance(Duration step) {
        offsetNanos.addAndGet(step.toNanos());
    }

    /** Returns to the machine's time. */
    public void reset() {
        offsetNanos.set(0);
    }
}
