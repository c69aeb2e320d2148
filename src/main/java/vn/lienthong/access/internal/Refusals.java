package vn.lienthong.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.lienthong.access.internal.edge.Face;
import vn.lienthong.access.internal.edge.Failure;
import vn.lienthong.access.internal.edge.FailureWriter;
import vn.lienthong.access.internal.login.SignInRedirect;
import vn.lienthong.access.internal.token.AccessProblems;
import vn.lienthong.access.internal.token.TokenRefused;
import vn.lienthong.kernel.Problem;

/** What a closed door answers: programs get a problem, people the sign-in page. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final FailureWriter writer;

    Refusals(FailureWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (Face.isForPerson(request)) {
            SignInRedirect.send(request, response);
            return;
        }
        Problem problem = switch (why) {
            case TokenRefused refused -> refused.problem();
            case OAuth2AuthenticationException malformed -> AccessProblems.tokenInvalid();
            default -> AccessProblems.tokenMissing();
        };
        writer.write(request, response, Failure.unauthenticated(problem));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        writer.write(
                request,
                response,
                Failure.of(why instanceof CsrfException ? AccessProblems.csrf() : AccessProblems.denied()));
    }
}
