package vn.lienthong.access.internal.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import vn.lienthong.access.Audit;
import vn.lienthong.access.internal.login.ReturnAddress;

/** What follows a return from the provider: the page asked for, or the form with a word of why not. */
final class ProviderEvents implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderEvents.class);

    private final Audit audit;

    ProviderEvents(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        audit.record("operator:" + who.getName(), "SIGN-IN", "console", "OIDC", Audit.Outcome.DONE);
        Object back = request.getAttribute(SealedRequests.BACK);
        response.sendRedirect(back instanceof String page ? page : ReturnAddress.HOME);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        boolean stranger = why instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(KnownPeople.STRANGER);
        LOG.warn(
                "Đăng nhập qua nơi đăng nhập chung bị từ chối / a sign-in by the provider was refused from {}: {}",
                request.getRemoteAddr(),
                why.getMessage());
        response.sendRedirect(stranger ? "/login?stranger" : "/login?failed");
    }
}
