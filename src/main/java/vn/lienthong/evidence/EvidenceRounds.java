package vn.lienthong.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.kernel.GatewayClock;

/**
 * When the tree grows, is signed and time-stamped; with {@code lienthong_evidence_tree_size},
 * {@code lienthong_evidence_waiting_age_seconds} and {@code lienthong_evidence_unstamped_age_seconds}.
 */
@Component
class EvidenceRounds {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceRounds.class);

    private final TreeKeeper keeper;
    private final CheckpointMaker maker;
    private final CheckpointStamper stamper;
    private final TreeRepository rows;
    private final EvidenceProperties settings;
    private final GatewayClock clock;
    private final AtomicLong size = new AtomicLong();
    private final AtomicLong waitingSeconds = new AtomicLong();
    private final AtomicLong unstampedSeconds = new AtomicLong();
    private long restUntilNanos;
    private volatile boolean away;

    EvidenceRounds(
            TreeKeeper keeper,
            CheckpointMaker maker,
            CheckpointStamper stamper,
            TreeRepository rows,
            EvidenceProperties settings,
            GatewayClock clock,
            MeterRegistry registry) {
        this.keeper = keeper;
        this.maker = maker;
        this.stamper = stamper;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.restUntilNanos = clock.monotonicNanos();
        gauge(registry, "tree.size", "Messages that have their place in the tree", size, null);
        gauge(registry, "waiting.age", "Age of the oldest message without a place", waitingSeconds, "seconds");
        gauge(
                registry,
                "unstamped.age",
                "Age of the oldest checkpoint without time-stamp",
                unstampedSeconds,
                "seconds");
    }

    private static void gauge(
            MeterRegistry registry,
            String name,
            String what,
            AtomicLong value,
            @org.jspecify.annotations.Nullable String unit) {
        Gauge.builder("lienthong.evidence." + name, value, AtomicLong::get)
                .description(what)
                .baseUnit(unit)
                .register(registry);
    }

    /** Places and signs what came since the last checkpoint. */
    @Scheduled(fixedDelay = 500, initialDelay = 3000)
    void grow() {
        if (clock.monotonicNanos() - restUntilNanos < 0) {
            return;
        }
        restUntilNanos = clock.monotonicNanos() + settings.checkpointEvery().toNanos();
        guarded(() -> {
            keeper.grow();
            maker.make();
            size.set(rows.state().size());
            waitingSeconds.set(rows.waitingSeconds());
        });
    }

    /** Asks for time-stamps; on its own, because an authority may be slow. */
    @Scheduled(fixedDelay = 1000, initialDelay = 4000)
    void stamp() {
        guarded(() -> {
            stamper.stamp();
            unstampedSeconds.set(stamper.waiting().toSeconds());
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
            away = false;
        } catch (DataAccessException | TransactionException trouble) {
            if (!away) {
                LOG.warn("The tree of evidence waits for the database: {}", trouble.getMessage());
            }
            away = true;
        }
    }
}
