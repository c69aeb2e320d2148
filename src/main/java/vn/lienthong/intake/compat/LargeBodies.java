package vn.lienthong.intake.compat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.kernel.ProblemException;

/**
 * Reads bodies whose sender is told by the body itself. Only so much memory is given to large ones at a time, or strangers
 * could fill it; who finds none within a moment is asked to come again.
 */
@Component
class LargeBodies {
    private static final int SMALL = 128 * 1024;
    private static final long PATIENCE_SECONDS = 5;

    private final DataSize largest;
    private final Semaphore places;

    LargeBodies(Intake intake, CompatProperties settings) {
        this.largest = intake.settings().largestBatch();
        this.places = new Semaphore(Math.max(1, (int) (settings.bodiesInMemory().toBytes() / largest.toBytes())), true);
    }

    /** Hands the body to {@code reading} and gives its memory back afterwards. Refuses one that is larger than a batch. */
    <T> T read(HttpServletRequest request, Function<byte[], T> reading) {
        long announced = request.getContentLengthLong();
        if (announced >= 0 && announced <= SMALL) {
            return reading.apply(body(request));
        }
        takePlace();
        try {
            return reading.apply(body(request));
        } finally {
            places.release();
        }
    }

    private byte[] body(HttpServletRequest request) {
        try {
            return Bodies.read(request, largest);
        } catch (UncheckedIOException cut) {
            throw new ProblemException(CompatProblems.cutOff());
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(CompatProblems.busy());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CompatProblems.busy());
        }
    }
}
