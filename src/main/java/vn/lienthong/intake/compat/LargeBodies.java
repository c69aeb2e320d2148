package vn.lienthong.intake.compat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.lienthong.intake.Intake;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

/**
 * Reads bodies of senders who are told by the body itself. Strangers could fill the memory with them: so a body that grows
 * large takes memory from a common store, megabyte by megabyte as it arrives, and gives it back when it is dealt with. Who
 * finds the store empty is asked to come again; who dawdles is cut off.
 */
@Component
class LargeBodies {
    private static final int FREE = 32 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long SLOWEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final long largest;
    private final Semaphore megabytes;
    private final Duration patience;
    private final GatewayClock clock;

    @Autowired
    LargeBodies(Intake intake, CompatProperties settings, GatewayClock clock) {
        this(
                intake.settings().largestBatch().toBytes(),
                settings.bodiesInMemory().toBytes(),
                PATIENCE,
                clock);
    }

    LargeBodies(long largest, long store, Duration patience, GatewayClock clock) {
        this.largest = largest;
        // the largest body must always fit
        this.megabytes = new Semaphore((int) (Math.max(store, largest) / MEGABYTE) + 1, true);
        this.patience = patience;
        this.clock = clock;
    }

    /** Hands the body to {@code reading}. Refuses one that is larger than a batch may be, by its announced length if any. */
    <T> T read(HttpServletRequest request, Function<byte[], T> reading) {
        if (request.getContentLengthLong() > largest) {
            throw new ProblemException(CompatProblems.bodyTooLarge(largest / 1024));
        }
        int taken = 0;
        try {
            long started = clock.monotonicNanos();
            ByteArrayOutputStream body = new ByteArrayOutputStream(FREE);
            byte[] buffer = new byte[FREE];
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > largest) {
                    throw new ProblemException(CompatProblems.bodyTooLarge(largest / 1024));
                }
                if (clock.monotonicNanos() - started > SLOWEST_NANOS) {
                    throw new ProblemException(CompatProblems.cutOff());
                }
                for (int due = due(body.size()); taken < due; taken++) {
                    takeMegabyte();
                }
            }
            return reading.apply(body.toByteArray());
        } catch (IOException cut) {
            throw new ProblemException(CompatProblems.cutOff());
        } finally {
            megabytes.release(taken);
        }
    }

    private static int due(int size) {
        return size <= FREE ? 0 : 1 + size / MEGABYTE;
    }

    private void takeMegabyte() {
        try {
            if (!megabytes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(CompatProblems.busy());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CompatProblems.busy());
        }
    }
}
