package vn.lienthong.access;

import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * What may be shown once only, such as a nonce: of all who show it, on whatever node, one is the first. Asked only after the
 * proof that came with it held, so that strangers can neither fill it nor use up what is somebody else's.
 */
@Component
public class Replays {
    private final ReplayRepository rows;
    private final GatewayClock clock;

    Replays(ReplayRepository rows, GatewayClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** True for the first who shows this; it is remembered for this long. */
    public boolean first(byte[] mark, Duration remember) {
        Instant until = clock.now().plus(remember);
        return rows.add(mark, until);
    }

    /** Forgets what could not be accepted any more anyway. */
    @Scheduled(fixedDelay = 60_000)
    void forget() {
        rows.forgetBefore(clock.now());
    }
}
