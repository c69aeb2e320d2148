package vn.lienthong.intake;

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
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Reads requests' bodies into memory, for every face of the intake. Many senders at once could fill it: so a body that grows
 * large takes memory from a common store, megabyte by megabyte as it arrives, and gives it back when it is dealt with. Who
 * finds the store empty is asked to come again; who dawdles is cut off.
 */
@Component
public class Bodies {
    private static final int FREE = 32 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long SLOWEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final int all;
    private final Semaphore megabytes;
    private final Duration patience;
    private final GatewayClock clock;

    @Autowired
    Bodies(IntakeProperties settings, GatewayClock clock) {
        this(
                Math.max(
                        settings.largestBatch().toBytes(),
                        settings.largestResult().toBytes()),
                settings.bodiesInMemory().toBytes(),
                PATIENCE,
                clock);
    }

    Bodies(long largest, long store, Duration patience, GatewayClock clock) {
        // the largest body must always fit
        this.all = (int) (Math.max(store, largest) / MEGABYTE) + 1;
        this.megabytes = new Semaphore(all, true);
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Hands the whole body to {@code reading}. Refuses with 413 one that is larger than {@code most}, by its announced length
     * if it has one, with 503 while too much is being read at once, with 400 one that breaks off or takes too long.
     */
    public <T> T read(HttpServletRequest request, DataSize most, Function<byte[], T> reading) {
        return read(request, most, 1, reading);
    }

    /** The same for a body that takes {@code weight} times its length while it is dealt with. */
    public <T> T read(HttpServletRequest request, DataSize most, int weight, Function<byte[], T> reading) {
        long largest = most.toBytes();
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(most);
        }
        int taken = 0;
        try {
            long started = clock.monotonicNanos();
            int piece = piece(request.getContentLengthLong());
            ByteArrayOutputStream body = new ByteArrayOutputStream(piece);
            byte[] buffer = new byte[piece];
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > largest) {
                    throw tooLarge(most);
                }
                if (clock.monotonicNanos() - started > SLOWEST_NANOS) {
                    throw cutOff();
                }
                for (int due = Math.min(all, weight * due(body.size())); taken < due; taken++) {
                    takeMegabyte();
                }
            }
            return reading.apply(body.toByteArray());
        } catch (IOException cut) {
            throw cutOff();
        } finally {
            megabytes.release(taken);
        }
    }

    /** Most bodies announce two kilobytes: those cost no more memory than they are long. */
    private static int piece(long announced) {
        return announced <= 0 ? FREE : (int) Math.min(FREE, announced);
    }

    private static int due(int size) {
        return size <= FREE ? 0 : 1 + size / MEGABYTE;
    }

    private void takeMegabyte() {
        try {
            if (!megabytes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ProblemException tooLarge(DataSize most) {
        return new ProblemException(Problem.of(
                413,
                "REQUEST-TOO-LARGE",
                "Thân yêu cầu vượt quá " + most.toKilobytes() + " KB.",
                "The body is larger than " + most.toKilobytes() + " KB."));
    }

    private static ProblemException cutOff() {
        return new ProblemException(Problem.of(
                400, "REQUEST-CUT-OFF", "Thân yêu cầu bị đứt giữa chừng.", "The body ended before it was complete."));
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                        503,
                        "GATEWAY-BUSY",
                        "Hệ thống đang nhận quá nhiều yêu cầu, hãy gửi lại nguyên văn sau ít giây.",
                        "Too much at a time; send the same request again in a few seconds."),
                PATIENCE);
    }
}
