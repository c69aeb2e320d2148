package vn.lienthong.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * What stands unfinished, counted. Counting a backlog of millions takes seconds: the longer it took, the longer its result
 * serves whoever asks, so that screens looking at it cost the queue a small share whatever their number.
 */
@Component
public class Backlog {
    private static final int SHARE = 20;

    private final BacklogRepository rows;
    private final GatewayClock clock;
    private @Nullable Count last;
    private long restUntilNanos;

    Backlog(BacklogRepository rows, GatewayClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The count in force. */
    public synchronized Count now() {
        Count known = last;
        long begin = clock.monotonicNanos();
        if (known != null && begin - restUntilNanos < 0) {
            return known;
        }
        Count fresh = new Count(
                clock.now(), rows.groups(new DeliveryFilter(null, null, null, null, null, 0)), rows.lastSuccess());
        long end = clock.monotonicNanos();
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
