package vn.lienthong.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} from the wall, where a request is refused, to the place that writes the answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    /** Refuses with this problem. */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** Refuses with this problem and tells when to try again. */
    public ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.code() + ": " + problem.text().en(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** What to tell the caller. */
    public Problem problem() {
        return problem;
    }

    /** When the caller may try again, if that is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
