package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * CSRF tokens. Of a signed-in person the token stands in the session, where a neighbouring site of the same domain
 * cannot plant one. Before sign-in there is no session, and there must be none: anyone could fill the table by asking
 * for the page; there a cookie carries it.
 */
public final class PageTokens implements CsrfTokenRepository {
    private static final String IN_SESSION = "lienthong.csrf";
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    private final CookieCsrfTokenRepository beforeSignIn = new CookieCsrfTokenRepository();

    /** Sets up the cookie used before sign-in. */
    public PageTokens() {
        beforeSignIn.setCookieName("lienthong-page");
        beforeSignIn.setHeaderName(HEADER);
        beforeSignIn.setParameterName(PARAMETER);
        beforeSignIn.setCookiePath("/");
        beforeSignIn.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            beforeSignIn.saveToken(token, request, response);
        } else if (token != null) {
            session.setAttribute(IN_SESSION, token.getToken());
        } else {
            session.removeAttribute(IN_SESSION);
            beforeSignIn.saveToken(null, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return beforeSignIn.loadToken(request);
        }
        return session.getAttribute(IN_SESSION) instanceof String known ? token(known) : null;
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}
