package vn.lienthong.access.internal.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.access.Callers;
import vn.lienthong.access.RateLimits;

/** Takes one call of whoever signed in, before anything is done for it. Nobody's calls are not counted: they get nothing. */
public final class RateGate extends OncePerRequestFilter {
    private final RateLimits limits;

    /** Asks these limits. */
    public RateGate(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Callers.current(who).ifPresent(caller -> limits.admit(caller, 1));
        if (who instanceof OAuth2ClientAuthenticationToken client && client.isAuthenticated()) {
            RegisteredClient registered = client.getRegisteredClient();
            if (registered != null) {
                limits.admitClient(registered.getClientId());
            }
        }
        chain.doFilter(request, response);
    }
}
