package vn.lienthong.access.internal.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.function.LongSupplier;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** A bucket for each address that called lately. */
public final class AddressBuckets {
    private static final int REMEMBERED = 10_000;

    private final Refill refill;
    private final LongSupplier nanos;
    private final Counter refused;
    private final RecentlyUsed<Bucket> buckets = new RecentlyUsed<>(REMEMBERED);

    /** So many in a minute, all of them at once if need be. */
    public AddressBuckets(int perMinute, LongSupplier nanos, Counter refused) {
        this.refill = Refill.perMinute(perMinute, perMinute);
        this.nanos = nanos;
        this.refused = refused;
    }

    /** Takes one, or refuses with 429 and the time to wait. */
    public void take(String remoteAddress) {
        ConsumptionProbe probe = bucket(remoteAddress).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooOften(probe.getNanosToWaitForRefill());
        }
    }

    /** Refuses where {@link #take} would, and takes none. */
    public void require(String remoteAddress) {
        EstimationProbe probe = bucket(remoteAddress).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooOften(probe.getNanosToWaitForRefill());
        }
    }

    private Bucket bucket(String remoteAddress) {
        return buckets.get(AddressKey.of(remoteAddress), key -> refill.bucket(nanos));
    }

    private ProblemException tooOften(long waitNanos) {
        refused.increment();
        return new ProblemException(
                Problem.of(
                        429,
                        "TOO-MANY-REQUESTS",
                        "Địa chỉ này gọi quá nhiều lần trong một phút; hãy chờ rồi thử lại.",
                        "This address called too often within a minute; wait and try again."),
                Duration.ofNanos(Math.max(1, waitNanos)));
    }
}
