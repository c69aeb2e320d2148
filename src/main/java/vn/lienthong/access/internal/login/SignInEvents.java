package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import vn.lienthong.access.Audit;
import vn.lienthong.access.internal.limit.WrongSecrets;

/** What follows a sign-in, a failed one and a sign-out: the next page and the entry in the audit. */
public final class SignInEvents implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {
    private static final Logger log = LoggerFactory.getLogger(SignInEvents.class);

    private final Audit audit;
    private final OperatorSessions sessions;
    private final SignInThrottle throttle;
    private final WrongSecrets tries;

    /** Writes into this audit and counts wrong passwords there. */
    public SignInEvents(Audit audit, OperatorSessions sessions, SignInThrottle throttle, WrongSecrets tries) {
        this.audit = audit;
        this.sessions = sessions;
        this.throttle = throttle;
        this.tries = tries;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        throttle.right(SignInGate.user(request), request.getRemoteAddr());
        tries.right(SignInGate.user(request), request.getRemoteAddr());
        String back = ReturnAddress.of(request);
        if (sessions.stage(request) instanceof Stage.HalfWay half) {
            String next = half.enrolled() ? SecondStepPage.PATH : SecondFactorPage.PATH;
            response.sendRedirect(SignInRedirect.address(next, null, back));
            return;
        }
        signedIn(who.getName(), null);
        response.sendRedirect(back);
    }

    /** On record: somebody is in, and by what beside a password. */
    void signedIn(String operator, @Nullable String how) {
        audit.record("operator:" + operator, "SIGN-IN", "console", how, Audit.Outcome.DONE);
    }

    /** Logged, not audited: strangers must not be able to fill a table that never shrinks. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        throttle.wrong(SignInGate.user(request), request.getRemoteAddr());
        log.warn(
                "Sign-in refused from {}: {}",
                request.getRemoteAddr(),
                why.getClass().getSimpleName());
        response.sendRedirect(SignInRedirect.address(SignInRedirect.FORM, "error", ReturnAddress.of(request)));
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null) {
            audit.record("operator:" + who.getName(), "SIGN-OUT", "console", null, Audit.Outcome.DONE);
        }
    }
}
