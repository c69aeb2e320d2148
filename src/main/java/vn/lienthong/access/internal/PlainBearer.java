package vn.lienthong.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token from the Authorization header (RFC 6750 section 2.1) and from nowhere else. Does not judge its form:
 * what is no token of ours fails at the reader, with the same answer, and a pattern over a kilobyte of token at every
 * call cost more than the call's own database work.
 */
final class PlainBearer implements BearerTokenResolver {
    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && isBearer(header)
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    /** Whether this request carries a token in the place where we read one. */
    static boolean isGiven(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && isBearer(header);
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
