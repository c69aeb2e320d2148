package vn.lienthong.access.internal.edge;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Judges whatever went wrong: what the caller is told, and whether it is our fault. */
final class Failures {
    private static final Duration DATABASE_BACK_IN = Duration.ofSeconds(5);

    private Failures() {}

    /** What to answer for this exception. */
    static Failure of(Throwable failure) {
        ProblemException refused = cause(failure, ProblemException.class);
        if (refused != null) {
            return refused(refused);
        }
        if (DatabaseFailures.isAway(failure)) {
            return new Failure(
                    Problem.of(
                            503,
                            "DATABASE-UNREACHABLE",
                            "Cơ sở dữ liệu tạm thời không truy cập được, yêu cầu chưa được ghi nhận chắc chắn:"
                                    + " hãy gửi lại sau.",
                            "The database is out of reach and this request is not known to be stored: send it again"
                                    + " later."),
                    retryAfter(DATABASE_BACK_IN));
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return Failure.of(StatusProblems.of(413));
        }
        BindException invalid = cause(failure, BindException.class);
        if (invalid != null) {
            return Failure.of(BodyFindings.of(invalid));
        }
        if (failure instanceof ErrorResponse known) {
            return new Failure(StatusProblems.of(known.getStatusCode().value()), headers(known.getHeaders()));
        }
        if (failure instanceof HttpMessageNotReadableException
                || failure instanceof TypeMismatchException
                || failure instanceof ServletRequestBindingException
                || failure instanceof MultipartException) {
            return Failure.of(StatusProblems.of(400));
        }
        return Failure.of(StatusProblems.of(500));
    }

    /** True if the caller went away while we read or wrote: nobody is left to answer. */
    static boolean isHungUp(Throwable failure) {
        return cause(failure, ClientAbortException.class) != null || failure instanceof AsyncRequestNotUsableException;
    }

    private static Failure refused(ProblemException refused) {
        Duration wait = refused.retryAfter();
        if (refused.problem().status() == 401) {
            return Failure.unauthenticated(refused.problem());
        }
        return wait == null ? Failure.of(refused.problem()) : new Failure(refused.problem(), retryAfter(wait));
    }

    /** Whole seconds, rounded up: sooner would be refused again. */
    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private static Map<String, String> headers(HttpHeaders headers) {
        return headers.toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> String.join(", ", headers.getOrEmpty(entry.getKey()))));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> wanted) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 12; depth++, each = each.getCause()) {
            if (wanted.isInstance(each)) {
                return wanted.cast(each);
            }
        }
        return null;
    }
}
