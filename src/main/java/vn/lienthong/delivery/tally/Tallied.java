package vn.lienthong.delivery.tally;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was confirmed, how fast, and how much of it within its legal time. Sums of such counts are such counts again.
 *
 * @param timed how many had a legal time
 * @param byLag how many took less than 2^key seconds, and not less than half of that
 */
public record Tallied(long confirmed, long timed, long onTime, SortedMap<Integer, Long> byLag) {
    /** Nothing was confirmed. */
    public static final Tallied NONE = new Tallied(0, 0, 0, new TreeMap<>());

    static Tallied of(int lagClass, long confirmed, long timed, long onTime) {
        return new Tallied(confirmed, timed, onTime, new TreeMap<>(Map.of(lagClass, confirmed)));
    }

    /** Both together. */
    public Tallied plus(Tallied other) {
        SortedMap<Integer, Long> together = new TreeMap<>(byLag);
        other.byLag.forEach((lag, number) -> together.merge(lag, number, Long::sum));
        return new Tallied(confirmed + other.confirmed, timed + other.timed, onTime + other.onTime, together);
    }

    /** The power of two seconds within which this share of all was confirmed; null where nothing was. */
    public @Nullable Integer lagClass(double share) {
        long wanted = (long) Math.ceil(share * confirmed);
        long reached = 0;
        for (var lag : byLag.entrySet()) {
            reached += lag.getValue();
            if (reached >= wanted && reached > 0) {
                return lag.getKey();
            }
        }
        return null;
    }

    /** A time within which this share of all was confirmed, at most twice the true one; null where nothing was. */
    public @Nullable Duration within(double share) {
        Integer lag = lagClass(share);
        return lag == null ? null : Duration.ofSeconds(1L << lag);
    }

    /** Which share of what had a legal time was confirmed within it; empty where nothing had one. */
    public OptionalDouble onTimeShare() {
        return timed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) onTime / timed);
    }
}
