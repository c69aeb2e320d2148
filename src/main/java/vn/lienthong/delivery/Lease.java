package vn.lienthong.delivery;

import java.time.Duration;
import java.util.UUID;
import vn.lienthong.kernel.GatewayClock;

/**
 * The right of one node to work on what it claimed. {@code token} fences every write to the database: it changes with
 * each claim. Whether the lease still holds is read on the monotonic clock of this process, counted from before the claim
 * was asked for, so that it never ends later here than in the database.
 */
public record Lease(UUID token, long endsAtNanos, GatewayClock clock) {
    /** A lease of this length from now on. */
    public static Lease starting(GatewayClock clock, UUID token, Duration length) {
        return new Lease(token, clock.monotonicNanos() + length.toNanos(), clock);
    }

    /** Whether there is still time to write to the partner. */
    public boolean holds() {
        return endsAtNanos - clock.monotonicNanos() > 0;
    }

    /** How long it still holds; never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endsAtNanos - clock.monotonicNanos()));
    }
}
