package vn.lienthong.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import vn.lienthong.access.internal.limit.AddressBuckets;
import vn.lienthong.kernel.GatewayClock;

/** Holds strangers to a pace, each address for itself; an IPv6 subscriber counts as one. */
public final class AddressPace {
    private final AddressBuckets buckets;

    private AddressPace(AddressBuckets buckets) {
        this.buckets = buckets;
    }

    /** Takes one call, or refuses with 429 and the time to wait. */
    public void admit(String remoteAddress) {
        buckets.take(remoteAddress);
    }

    /** Refuses as {@link #admit} does, and takes nothing. */
    public void require(String remoteAddress) {
        buckets.require(remoteAddress);
    }

    /** Makes paces. */
    @Component
    public static final class Maker {
        private final GatewayClock clock;
        private final MeterRegistry registry;

        /** Counts by the monotonic clock. */
        public Maker(GatewayClock clock, MeterRegistry registry) {
            this.clock = clock;
            this.registry = registry;
        }

        /** A pace of so many calls in a minute for what this word names. */
        public AddressPace make(String door, int perMinute) {
            Counter refused = Counter.builder("lienthong.access.strangers.too.fast")
                    .description("Calls refused because one address calls faster than strangers may")
                    .tag("door", door)
                    .register(registry);
            return new AddressPace(new AddressBuckets(perMinute, clock::monotonicNanos, refused));
        }
    }
}
