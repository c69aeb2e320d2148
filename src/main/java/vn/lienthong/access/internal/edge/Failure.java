package vn.lienthong.access.internal.edge;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import vn.lienthong.kernel.Problem;

/** What to answer when a request could not be served: the problem and the headers that belong to it. */
public record Failure(Problem problem, Map<String, String> headers) {
    /** A problem without headers of its own. */
    public static Failure of(Problem problem) {
        return new Failure(problem, Map.of());
    }

    /** A refused sign-in: the caller learns which kind of token is asked for (RFC 6750). */
    public static Failure unauthenticated(Problem problem) {
        String challenge = problem.code().equals("ACCESS-TOKEN-MISSING")
                ? "Bearer realm=\"lienthong\""
                : "Bearer realm=\"lienthong\", error=\"invalid_token\", error_description=\"" + problem.code() + "\"";
        return new Failure(problem, Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
