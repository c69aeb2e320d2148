package vn.lienthong.access.internal.token;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import vn.lienthong.access.internal.client.ClientCertificates;
import vn.lienthong.access.internal.client.PresentedCertificate;

/** Clients that show a certificate at the token endpoint and name themselves in {@code client_id} (RFC 8705, section 2). */
public final class CertificateClients implements AuthenticationConverter {
    private final ClientCertificates certificates;
    private final PresentedCertificate presented;

    /** Knows whose certificate is whose, and how one is shown. */
    public CertificateClients(ClientCertificates certificates, PresentedCertificate presented) {
        this.certificates = certificates;
        this.presented = presented;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] ids = request.getParameterValues("client_id");
        if (ids == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return null;
        }
        if (ids.length != 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        List<X509Certificate> chain = presented.of(request);
        if (chain.isEmpty() || !certificates.isBound(ids[0])) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                ids[0], certificates.method(ids[0]), chain.toArray(X509Certificate[]::new), Map.of());
    }

    /** Fails unless the certificate shown is this client's. */
    void verify(OAuth2ClientAuthenticationContext context) {
        String id = context.getRegisteredClient().getClientId();
        Authentication shown = context.getAuthentication();
        if (!(shown.getCredentials() instanceof X509Certificate[] chain)
                || certificates.owner(List.of(chain)).filter(id::equals).isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }
}
