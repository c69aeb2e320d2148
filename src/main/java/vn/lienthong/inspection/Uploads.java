package vn.lienthong.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.lienthong.intake.MultipartBody;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Lets a few documents of strangers in at a time, none too large and none too slowly. It has its own few places and its own
 * memory, so that strangers take none from those who hand in dossiers; nothing is written to disk. A place is taken by a document
 * that is here as a whole: who dawdles keeps nobody else out, and one address sends one document at a time.
 */
@Component
class Uploads {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PIECE = 32 * 1024;
    private static final long NANOS = 1_000_000_000;
    private static final long SLOWEST_PER_SECOND = 8 * 1024;
    /** For the frame around the document. */
    private static final long FRAME = 8 * 1024;

    private final InspectionProperties settings;
    private final GatewayClock clock;
    private final Semaphore places;
    private final Semaphore megabytes;
    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    Uploads(InspectionProperties settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
        this.megabytes = new Semaphore(due(settings.largest().toBytes() + FRAME) * (settings.atOnce() + 2));
    }

    /** Hands the uploaded document to {@code looking}; one of no bytes where none was chosen. */
    <T> T with(HttpServletRequest request, Function<byte[], T> looking) {
        if (request.getContentLengthLong() > settings.largest().toBytes() + FRAME) {
            throw tooLarge();
        }
        String address = request.getRemoteAddr();
        if (!sending.add(address)) {
            throw alreadySending();
        }
        AtomicInteger taken = new AtomicInteger();
        try {
            byte[] document = document(request, taken);
            enter();
            try {
                return looking.apply(document);
            } finally {
                places.release();
            }
        } finally {
            megabytes.release(taken.get());
            sending.remove(address);
        }
    }

    private byte[] document(HttpServletRequest request, AtomicInteger taken) {
        byte[] body = read(request, taken);
        byte[] document = MultipartBody.read(request.getContentType(), body)
                .part("document")
                .orElseGet(() -> new byte[0]);
        if (document.length > settings.largest().toBytes()) {
            throw tooLarge();
        }
        return document;
    }

    private static int due(long bytes) {
        return (int) (bytes >> 20) + 1;
    }

    /** In time as a whole, and after a while no slower than a bad telephone line. */
    private boolean isTooSlow(long started, long received) {
        long passed = clock.monotonicNanos() - started;
        return passed > settings.longestUpload().toNanos()
                || (passed > PATIENCE.toNanos() && received < passed / NANOS * SLOWEST_PER_SECOND);
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private byte[] read(HttpServletRequest request, AtomicInteger taken) {
        long started = clock.monotonicNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[PIECE];
        try {
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > settings.largest().toBytes() + FRAME) {
                    throw tooLarge();
                }
                if (isTooSlow(started, body.size())) {
                    throw cutOff();
                }
                for (int due = due(body.size()); taken.get() < due; taken.incrementAndGet()) {
                    if (!megabytes.tryAcquire()) {
                        throw busy();
                    }
                }
            }
            return body.toByteArray();
        } catch (IOException cut) {
            throw cutOff();
        }
    }

    private static ProblemException alreadySending() {
        return new ProblemException(
                Problem.of(
                        429,
                        "TOO-MANY-REQUESTS",
                        "Địa chỉ này đang gửi một tệp khác; hãy chờ xong rồi thử lại.",
                        "This address is sending another file; wait for it and try again."),
                PATIENCE);
    }

    private ProblemException tooLarge() {
        long most = settings.largest().toMegabytes();
        return new ProblemException(Problem.of(
                413,
                "INSPECTION-TOO-LARGE",
                "Tệp lớn hơn " + most + " MB, trang này không kiểm tra được.",
                "The file is larger than " + most + " MB and cannot be verified here."));
    }

    private static ProblemException cutOff() {
        return new ProblemException(Problem.of(
                400,
                "INSPECTION-CUT-OFF",
                "Tệp không tới đủ hoặc tới quá chậm; hãy thử lại.",
                "The file did not arrive as a whole, or too slowly; try again."));
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                        503,
                        "INSPECTION-BUSY",
                        "Nhiều người đang kiểm tra cùng lúc; hãy thử lại sau ít giây.",
                        "Many documents are being verified; try again in a few seconds."),
                PATIENCE);
    }
}
