package vn.lienthong.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * What stands unfinished, counted. Counting a backlog of millions takes seconds: the longer it took, the longer its result
 * serves whoever asks, so that screens looking at it cost the queue a small share whatever their number. What takes long is
 * counted again behind the scene while somebody looks, so that no page waits for it.
 */
@Component
public class Backlog {
    private static final int SHARE = 20;
    /** What is counted as fast, nobody minds waiting for. */
    private static final Duration QUICK = Duration.ofMillis(50);

    private static final Duration OLDEST = Duration.ofMinutes(2);
    private static final Duration LOOKING = Duration.ofMinutes(5);

    private final BacklogRepository rows;
    private final GatewayClock clock;
    private volatile @Nullable Count last;
    private volatile long tookNanos;
    private volatile long restUntilNanos;
    private volatile long askedNanos;

    Backlog(BacklogRepository rows, GatewayClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The count in force. */
    public Count now() {
        long now = clock.monotonicNanos();
        askedNanos = now;
        Count known = last;
        long over = now - restUntilNanos;
        boolean serves = known != null && (over < 0 || (tookNanos > QUICK.toNanos() && over < OLDEST.toNanos()));
        return known != null && serves ? known : count();
    }

    /** Counts again what somebody looked at lately and what takes long. */
    @Scheduled(fixedDelay = 1000)
    void refresh() {
        long now = clock.monotonicNanos();
        if (tookNanos > QUICK.toNanos() && now - restUntilNanos >= 0 && now - askedNanos < LOOKING.toNanos()) {
            count();
        }
    }

    private synchronized Count count() {
        Count known = last;
        long begin = clock.monotonicNanos();
        if (known != null && begin - restUntilNanos < 0) {
            return known; // somebody else counted while this one waited
        }
        Count fresh = new Count(
                clock.now(), rows.groups(new DeliveryFilter(null, null, null, null, null, 0)), rows.lastSuccess());
        long end = clock.monotonicNanos();
        tookNanos = end - begin;
        restUntilNanos = end + SHARE * (end - begin);
        last = fresh;
        return fresh;
    }

    /** The unfinished deliveries that match, counted afresh. */
    public List<BacklogGroup> groups(DeliveryFilter filter) {
        return rows.groups(filter);
    }

    /**
     * A count of all.
     *
     * @param lastSuccess when each partner last confirmed something, as far as the latest thousands of ended deliveries tell
     */
    public record Count(Instant at, List<BacklogGroup> groups, Map<String, Instant> lastSuccess) {}
}
