package vn.lienthong.access.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log entry for each failure that is ours; a caller's mistakes are the caller's to see. */
final class FailureLog {
    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    /** The query is left out: it may hold personal data. */
    static void note(HttpServletRequest request, Failure failure, Throwable cause) {
        int status = failure.problem().status();
        if (status == 500) {
            log.error("{} {} failed", request.getMethod(), Face.path(request), cause);
        } else if (status > 500) {
            log.warn("{} {} gives {}: {}", request.getMethod(), Face.path(request), status, cause.getMessage());
        }
    }
}
