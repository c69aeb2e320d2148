package vn.lienthong.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps the feed moving: every node tries often, one at a time succeeds. */
@Component
class Placer {
    private static final Logger LOG = LoggerFactory.getLogger(Placer.class);

    private final PlacementRepository placements;
    private final HandOver handOver;
    private final Counter placed;

    Placer(PlacementRepository placements, HandOver handOver, MeterRegistry registry) {
        this.placements = placements;
        this.handOver = handOver;
        this.placed = Counter.builder("lienthong.inbox.placed")
                .description("Events that took their place in the inboxes")
                .register(registry);
    }

    @Scheduled(fixedDelay = 300)
    void run() {
        try {
            place();
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Events are not placed now and will be; others tell loudly that the database is away", away);
        }
    }

    /** Places whatever may be placed now. */
    void place() {
        handOver.settle();
        int last = 1;
        while (last > 0 && placements.anythingTold()) {
            last = placements.place();
            placed.increment(last);
        }
    }
}
