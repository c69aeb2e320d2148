package vn.lienthong.access.internal.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bucket of one caller; refusals are counted all and logged once a minute. */
public final class Pace {
    private static final Logger log = LoggerFactory.getLogger(Pace.class);

    private final String who;
    private final Refill refill;
    private final Bucket bucket;
    private final Counter refused;
    private final OncePerMinute toSay;

    /** A full bucket. */
    public Pace(String who, Refill refill, LongSupplier nanos, Counter refused) {
        this.who = who;
        this.refill = refill;
        this.bucket = refill.bucket(nanos);
        this.refused = refused;
        this.toSay = new OncePerMinute(nanos);
    }

    /**
     * Takes this many calls, or none: 0, or how long to wait in nanoseconds. More than the whole bucket counts as the whole
     * bucket, so that whatever size a batch may have, it gets through in time.
     */
    public long take(long calls) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(calls, refill.burst()));
        if (probe.isConsumed()) {
            return 0;
        }
        refused.increment();
        if (toSay.now()) {
            log.warn(
                    "{} gọi nhanh hơn {}/giây, trả lời 429 / calls faster than it may, answered 429", who, perSecond());
        }
        return Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** The limit as people read it. */
    String perSecond() {
        double rate = 1e9 / refill.every().toNanos();
        return rate == Math.rint(rate) ? Long.toString((long) rate) : String.format(Locale.ROOT, "%.2f", rate);
    }
}
