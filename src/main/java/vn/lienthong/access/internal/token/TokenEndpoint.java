package vn.lienthong.access.internal.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;

/**
 * The token endpoint: client credentials with HTTP Basic or a client certificate, nothing else; failures as RFC 6749
 * section 5.2 says.
 */
public final class TokenEndpoint {
    private static final OAuth2ErrorHttpMessageConverter ERRORS = new OAuth2ErrorHttpMessageConverter();

    private TokenEndpoint() {}

    /** Narrows the library's server to what we offer. */
    public static void configure(OAuth2AuthorizationServerConfigurer server, CertificateClients certificates) {
        server.clientAuthentication(client -> client.authenticationConverters(converters -> {
                    converters.clear();
                    converters.add(new ClientSecretBasicAuthenticationConverter());
                    converters.add(certificates);
                })
                .authenticationProviders(providers -> providers.forEach(each -> {
                    if (each instanceof X509ClientCertificateAuthenticationProvider shown) {
                        shown.setCertificateVerifier(certificates::verify);
                    }
                }))
                .errorResponseHandler(TokenEndpoint::notSignedIn));
        server.tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
            converters.clear();
            converters.add(new WholeScopes());
        }));
    }

    /** No client, a stranger, a wrong secret, or an unreadable header. */
    public static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        OAuth2Error error = why instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error("invalid_client");
        boolean unreadable = error.getErrorCode().equals("invalid_request");
        if (!unreadable) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"lienthong\"");
        }
        write(response, error, unreadable ? HttpStatus.BAD_REQUEST : HttpStatus.UNAUTHORIZED);
    }

    /** Nobody signed in: the library reads credentials only where they may be sent, by POST. */
    public static void closed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getMethod().equals("POST")) {
            notSignedIn(request, response, why);
        } else {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            write(response, new OAuth2Error("invalid_request"), HttpStatus.METHOD_NOT_ALLOWED);
        }
    }

    private static void write(HttpServletResponse response, OAuth2Error error, HttpStatus status) throws IOException {
        ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
        answer.setStatusCode(status);
        ERRORS.write(error, null, answer);
    }
}
