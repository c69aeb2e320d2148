package vn.lienthong.access.internal.token;

import org.springframework.security.core.AuthenticationException;
import vn.lienthong.kernel.Problem;

/** Carries the reason of a refused token through the filter chain. */
public final class TokenRefused extends AuthenticationException {
    private final transient Problem problem;

    /** Refuses with this problem. */
    public TokenRefused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** What to tell the caller. */
    public Problem problem() {
        return problem;
    }
}
