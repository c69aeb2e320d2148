package vn.lienthong.access.internal.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the form's password check: who must wait is told so, and nothing is compared. */
public final class SignInGate extends OncePerRequestFilter {
    private final SignInThrottle throttle;

    /** Asks this throttle. */
    public SignInGate(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (throttle.isOpen(user(request), request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(SignInRedirect.address("wait", ReturnAddress.of(request)));
        }
    }

    static String user(HttpServletRequest request) {
        String user = request.getParameter("username");
        return user == null ? "" : user;
    }
}
