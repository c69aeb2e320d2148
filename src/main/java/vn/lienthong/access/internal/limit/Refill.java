package vn.lienthong.access.internal.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a bucket fills: one more each {@code every}, up to {@code burst}. It starts full.
 *
 * @param every time in which one comes back
 */
public record Refill(long burst, Duration every) {
    /** So many in a second. */
    public static Refill perSecond(double rate, long burst) {
        return new Refill(burst, Duration.ofNanos(Math.round(1e9 / rate)));
    }

    /** So many in a minute. */
    public static Refill perMinute(double rate, long burst) {
        return new Refill(burst, Duration.ofNanos(Math.round(60e9 / rate)));
    }

    /** A full bucket that reads this clock. */
    Bucket bucket(LongSupplier nanos) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, every))
                .withCustomTimePrecision(new Monotonic(nanos))
                .build();
    }

    private record Monotonic(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
