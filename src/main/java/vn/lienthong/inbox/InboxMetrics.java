package vn.lienthong.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * What operators watch: {@code lienthong_inbox_waiting}, {@code lienthong_inbox_unplaced} and
 * {@code lienthong_inbox_callbacks} by state, beside the counters of what was placed, acknowledged and pushed.
 */
@Component
class InboxMetrics {
    /** At most one part in so many of a database connection goes into counting. */
    private static final int SHARE = 100;

    private final FeedFiguresRepository figures;
    private final GatewayClock clock;
    private final AtomicLong waiting;
    private final AtomicLong unplaced;
    private final MultiGauge callbacks;
    private long restUntilNanos;

    InboxMetrics(FeedFiguresRepository figures, GatewayClock clock, MeterRegistry registry) {
        this.figures = figures;
        this.clock = clock;
        this.restUntilNanos = clock.monotonicNanos();
        this.waiting = registry.gauge("lienthong.inbox.waiting", new AtomicLong());
        this.unplaced = registry.gauge("lienthong.inbox.unplaced", new AtomicLong());
        this.callbacks = MultiGauge.builder("lienthong.inbox.callbacks")
                .description("Registered callbacks by state")
                .register(registry);
    }

    /** Counting a million entries takes its time: the longer it took, the longer until the next time. */
    @Scheduled(fixedDelay = 15_000)
    void measure() {
        long begin = clock.monotonicNanos();
        if (begin - restUntilNanos < 0) {
            return;
        }
        waiting.set(figures.waiting());
        unplaced.set(figures.unplaced());
        Map<String, Long> byState = figures.callbacks();
        List<MultiGauge.Row<?>> rows = byState.entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(Tags.of("state", entry.getKey()), entry.getValue()))
                .toList();
        callbacks.register(rows, true);
        long end = clock.monotonicNanos();
        restUntilNanos = end + SHARE * (end - begin);
    }
}
