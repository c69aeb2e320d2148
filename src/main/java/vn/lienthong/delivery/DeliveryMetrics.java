package vn.lienthong.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What operators watch: {@code lienthong_delivery_attempts_total}, {@code lienthong_deliveries_delivered_total},
 * {@code lienthong_deliveries_waiting} and {@code lienthong_delivery_oldest_waiting_age_seconds}, each by partner.
 */
@Component
class DeliveryMetrics {
    private final MeterRegistry registry;
    private final Takeover rows;
    private final MultiGauge waiting;
    private final MultiGauge oldest;

    DeliveryMetrics(MeterRegistry registry, Takeover rows) {
        this.registry = registry;
        this.rows = rows;
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

    @Scheduled(fixedDelay = 10_000)
    void measure() {
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        for (Map<String, Object> row : rows.waiting()) {
            Tags tags =
                    Tags.of("partner", String.valueOf(row.get("partner")), "state", String.valueOf(row.get("state")));
            counts.add(MultiGauge.Row.of(tags, number(row.get("number"))));
            ages.add(MultiGauge.Row.of(tags, number(row.get("oldest"))));
        }
        waiting.register(counts, true);
        oldest.register(ages, true);
    }

    private static double number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number known ? known.doubleValue() : 0;
    }
}
