package vn.lienthong.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Reads a request's body into memory, up to a limit. */
public final class Bodies {
    private Bodies() {}

    /** The whole body; refuses with 413 one that is larger, by its announced length if it has one. */
    public static byte[] read(HttpServletRequest request, DataSize largest) {
        if (request.getContentLengthLong() > largest.toBytes()) {
            throw tooLarge(largest);
        }
        try {
            byte[] body = request.getInputStream().readNBytes((int) largest.toBytes() + 1);
            if (body.length > largest.toBytes()) {
                throw tooLarge(largest);
            }
            return body;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    private static ProblemException tooLarge(DataSize largest) {
        return new ProblemException(Problem.of(
                413,
                "REQUEST-TOO-LARGE",
                "Thân yêu cầu vượt quá " + largest.toKilobytes() + " KB.",
                "The body is larger than " + largest.toKilobytes() + " KB."));
    }
}
