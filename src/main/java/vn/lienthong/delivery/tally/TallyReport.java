package vn.lienthong.delivery.tally;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hours without a gap, oldest first, the last one still going on; and the same by partner.
 *
 * @param countedUntil up to where everything is counted for good; null before the first count
 */
public record TallyReport(
        List<TallyHour> hours,
        Map<String, Tallied> partners,
        @Nullable Instant countedUntil) {
    /** All hours together. */
    public Tallied total() {
        return hours.stream().map(TallyHour::done).reduce(Tallied.NONE, Tallied::plus);
    }
}
