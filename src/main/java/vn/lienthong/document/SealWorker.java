package vn.lienthong.document;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.document.SealRepository.Unsealed;

/**
 * Seals what waits, in a thread of its own: a time-stamp authority that hangs must hold up nothing else. Finds by itself what
 * other nodes left, within a second or two.
 */
@Component
class SealWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SealRepository seals;
    private final Sealing sealing;
    private final Semaphore rings = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    SealWorker(SealRepository seals, Sealing sealing, MeterRegistry registry) {
        this.seals = seals;
        this.sealing = sealing;
        Gauge.builder("lienthong.results.unsealed", seals, SealRepository::waiting)
                .description("Results that wait for their agency's seal")
                .register(registry);
    }

    /** Something new waits. */
    void ring() {
        rings.release();
    }

    private void work() {
        while (running) {
            try {
                Optional<Unsealed> next = seals.take();
                if (next.isPresent()) {
                    sealing.seal(next.get());
                } else if (rings.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    rings.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError trouble) {
                // what was taken comes back when its lease is over
                LOG.error("Không đóng dấu được kết quả, sẽ thử lại / a result could not be sealed now", trouble);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("seal").daemon().start(this::work);
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
