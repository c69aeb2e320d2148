package vn.lienthong.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The only source of time. Waits in the database are compared with the database's own clock plus {@link #offset()}, so
 * that nodes whose clocks differ agree, and a test that moves this clock moves those waits too.
 */
public interface GatewayClock {
    /** Business time zone of every rule and screen. */
    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The present instant. */
    Instant now();

    /** How far this clock was moved from the machine's; zero outside tests and rehearsals. */
    Duration offset();

    /** A monotonic reading in nanoseconds, unaffected by {@link #offset()} and by clock corrections. */
    long monotonicNanos();

    /** Today's date in Vietnam. */
    default LocalDate today() {
        return now().atZone(ZONE).toLocalDate();
    }
}
