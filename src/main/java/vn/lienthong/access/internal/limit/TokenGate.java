package vn.lienthong.access.internal.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in the chain of the token endpoint: who was wrong too often waits, and nothing is compared. By method alone: an
 * address may be written in several ways, and each of them reaches the endpoint.
 */
public final class TokenGate extends OncePerRequestFilter {
    private static final String SCHEME = "Basic ";

    private final WrongSecrets tries;

    /** Counts here. */
    public TokenGate(WrongSecrets tries) {
        this.tries = tries;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String basic = request.getHeader(HttpHeaders.AUTHORIZATION);
        // who shows a certificate names itself in the body, and waits for nobody else's mistakes
        String named = basic == null ? request.getParameter("client_id") : null;
        String user = named == null ? user(basic) : named;
        String address = request.getRemoteAddr();
        tries.begin(user, address);
        boolean judged = false;
        try {
            chain.doFilter(request, response);
            judged = response.getStatus() < 500;
        } finally {
            if (!judged) {
                tries.undecided(user, address);
            } else if (response.getStatus() == 200) {
                tries.right(user, address);
            }
        }
    }

    /**
     * The name before the colon, percent-decoded as the endpoint does, so that one client is one name; empty for what cannot
     * be read, which is nobody's.
     */
    private static String user(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return "";
        }
        try {
            byte[] pair =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            return URLDecoder.decode(new String(pair, StandardCharsets.UTF_8).split(":", 2)[0], StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
