package vn.lienthong.access.internal.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.access.internal.limit.WrongSecrets;
import vn.lienthong.kernel.ProblemException;

/** Stands before the form's password check: who must wait is told so, and nothing is compared. */
public final class SignInGate extends OncePerRequestFilter {
    private final SignInThrottle throttle;
    private final WrongSecrets tries;

    /** Asks these two: the one by person and place, the other by place alone. */
    public SignInGate(SignInThrottle throttle, WrongSecrets tries) {
        this.throttle = throttle;
        this.tries = tries;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (throttle.isOpen(user(request), request.getRemoteAddr()) && mayTry(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(SignInRedirect.address(SignInRedirect.FORM, "wait", ReturnAddress.of(request)));
        }
    }

    private boolean mayTry(HttpServletRequest request) {
        try {
            tries.begin(user(request), request.getRemoteAddr());
            return true;
        } catch (ProblemException tooOften) {
            return false;
        }
    }

    /** As the password check reads it, so that blanks make no other person. */
    static String user(HttpServletRequest request) {
        String user = request.getParameter("username");
        return user == null ? "" : user.trim();
    }
}
