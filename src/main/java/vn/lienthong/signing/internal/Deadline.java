package vn.lienthong.signing.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work on documents of others on a few threads of its own and waits only so long. Who overruns is left behind: it keeps its
 * thread until it ends, and that thread is nobody else's before.
 */
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);
    private static final long IDLE_SECONDS = 60;

    private final ThreadPoolExecutor threads;
    private final Duration longest;
    private final AtomicInteger overrun = new AtomicInteger();

    Deadline(String name, int atOnce, Duration longest) {
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.longest = longest;
    }

    /**
     * What the work comes to.
     *
     * @throws Overrun where it began and did not end in time
     * @throws Busy where no thread was free in time
     */
    <T> T within(Callable<T> work) throws Overrun, Busy {
        AtomicInteger stage = new AtomicInteger(); // 0 waits, 1 works, 2 was given up
        Future<T> result = threads.submit(() -> {
            if (!stage.compareAndSet(0, 1)) {
                throw new Busy();
            }
            try {
                return work.call();
            } finally {
                if (stage.getAndSet(3) == 2) {
                    overrun.decrementAndGet();
                }
            }
        });
        try {
            return result.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            if (stage.compareAndSet(0, 2)) {
                result.cancel(false);
                throw new Busy();
            }
            leaveBehind(stage);
            result.cancel(true);
            throw new Overrun();
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** How many threads are at work on what nobody waits for any more. */
    int leftBehind() {
        return overrun.get();
    }

    private void leaveBehind(AtomicInteger stage) {
        overrun.incrementAndGet();
        if (!stage.compareAndSet(1, 2)) {
            overrun.decrementAndGet(); // it ended just now
            return;
        }
        LOG.warn(
                "Kiểm tra chữ ký quá {} giây, bỏ lại; đang bị chiếm {} luồng / a verification overran and was left behind,"
                        + " {} threads are taken",
                longest.toSeconds(),
                leftBehind(),
                leftBehind());
    }

    /** It took too long. */
    static final class Overrun extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Others take all the time there is. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1;
    }
}
