package vn.lienthong.access.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.kernel.GatewayClock;

/** A clock that stands still until it is moved, its monotonic reading too. */
public final class MovedClock implements GatewayClock {
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

    @Override
    public Instant now() {
        return Instant.parse("2026-11-20T08:00:00Z").plusNanos(nanos.get());
    }

    @Override
    public Duration offset() {
        return Duration.ZERO;
    }

    @Override
    public long monotonicNanos() {
        return nanos.get();
    }

    /** Lets this time pass. */
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
