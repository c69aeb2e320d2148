package vn.lienthong.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.lienthong.intake.MultipartBody;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Lets a few documents of strangers in at a time, none too large and none too slowly. It has its own few places, so that
 * strangers take no memory from those who hand in dossiers; nothing is written to disk.
 */
@Component
class Uploads {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PIECE = 32 * 1024;
    /** For the frame around the document. */
    private static final long FRAME = 8 * 1024;

    private final InspectionProperties settings;
    private final GatewayClock clock;
    private final Semaphore places;

    Uploads(InspectionProperties settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
    }

    /** Hands the uploaded document to {@code looking}; one of no bytes where none was chosen. */
    <T> T with(HttpServletRequest request, Function<byte[], T> looking) {
        if (request.getContentLengthLong() > settings.largest().toBytes() + FRAME) {
            throw tooLarge();
        }
        enter();
        try {
            byte[] body = read(request);
            byte[] document = MultipartBody.read(request.getContentType(), body)
                    .part("document")
                    .orElseGet(() -> new byte[0]);
            if (document.length > settings.largest().toBytes()) {
                throw tooLarge();
            }
            return looking.apply(document);
        } finally {
            places.release();
        }
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

    private byte[] read(HttpServletRequest request) {
        long end = clock.monotonicNanos() + settings.longestUpload().toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[PIECE];
        try {
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > settings.largest().toBytes() + FRAME) {
                    throw tooLarge();
                }
                if (clock.monotonicNanos() - end > 0) {
                    throw cutOff();
                }
            }
            return body.toByteArray();
        } catch (IOException cut) {
            throw cutOff();
        }
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
