package vn.lienthong.post.handover;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the records that were asked for, in a thread of its own: a time-stamp authority that hangs must hold up nothing else.
 * What one node leaves behind another takes up when its lease is over.
 */
@Component
class RecordWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RecordWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RecordRepository records;
    private final RecordSealing sealing;
    private @Nullable Thread thread;
    private volatile boolean running;

    RecordWorker(RecordRepository records, RecordSealing sealing, MeterRegistry registry) {
        this.records = records;
        this.sealing = sealing;
        Gauge.builder("lienthong.post.records.waiting", records, RecordRepository::waiting)
                .description("Records of hand-overs that wait for their seal")
                .register(registry);
    }

    /** Makes the next record, if one is due. */
    boolean work() {
        Optional<RecordRepository.Unsealed> next = records.take();
        next.ifPresent(sealing::seal);
        return next.isPresent();
    }

    private void run() {
        while (running) {
            try {
                if (!work()) {
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError trouble) {
                // what was taken comes back when its lease is over
                LOG.error("Không lập được biên bản giao nhận, sẽ thử lại / a record could not be made now", trouble);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("post-record").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
            try {
                worker.join(Duration.ofSeconds(5));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
