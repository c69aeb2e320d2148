package vn.lienthong.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * What operators watch: {@code lienthong_delivery_attempts_total}, {@code lienthong_deliveries_delivered_total},
 * {@code lienthong_deliveries_waiting} and {@code lienthong_delivery_oldest_waiting_age_seconds}, each by partner.
 */
@Component
class DeliveryMetrics {
    /** At most one part in so many of a database connection goes into counting. */
    private static final int SHARE = 100;

    private final MeterRegistry registry;
    private final DeliveryRepository rows;
    private final GatewayClock clock;
    private final MultiGauge waiting;
    private final MultiGauge oldest;
    private long restUntilNanos;

    DeliveryMetrics(MeterRegistry registry, DeliveryRepository rows, GatewayClock clock) {
        this.registry = registry;
        this.rows = rows;
        this.clock = clock;
        this.restUntilNanos = clock.monotonicNanos();
        this.waiting = MultiGauge.builder("lienthong.deliveries.waiting")
                .description("Deliveries not yet settled")
                .register(registry);
        this.oldest = MultiGauge.builder("lienthong.delivery.oldest.waiting.age")
                .description("Age of the oldest delivery not yet settled")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Counts the attempts behind these changes. */
    void count(String partner, String kind, List<Change> changes) {
        for (Change change : changes) {
            FaultClass fault = change.fault();
            registry.counter(
                            "lienthong.delivery.attempts",
                            "partner",
                            partner,
                            "kind",
                            kind,
                            "asked",
                            Boolean.toString(change.from() == DeliveryState.UNCERTAIN),
                            "fault",
                            fault == null ? "NONE" : fault.name())
                    .increment();
            if (change.to() == DeliveryState.CONFIRMED) {
                registry.counter("lienthong.deliveries.delivered", "partner", partner, "kind", kind)
                        .increment();
            }
        }
    }

    /** Counting a backlog of millions takes seconds: the longer it took, the longer until the next time. */
    @Scheduled(fixedDelay = 10_000)
    void measure() {
        long begin = clock.monotonicNanos();
        if (begin - restUntilNanos < 0) {
            return;
        }
        read();
        long end = clock.monotonicNanos();
        restUntilNanos = end + SHARE * (end - begin);
    }

    private void read() {
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        for (Waiting row : rows.waiting()) {
            Tags tags = Tags.of("partner", row.partner(), "state", row.state().name());
            counts.add(MultiGauge.Row.of(tags, row.number()));
            ages.add(MultiGauge.Row.of(tags, row.oldest().toSeconds()));
        }
        waiting.register(counts, true);
        oldest.register(ages, true);
    }
}
