package vn.lienthong.dossier;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.kernel.GatewayClock;

/** A clock that stands. */
record FixedClock(Instant now) implements GatewayClock {
    @Override
    public Duration offset() {
        return Duration.ZERO;
    }

    @Override
    public long monotonicNanos() {
        return 0;
    }
}
