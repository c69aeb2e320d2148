package vn.lienthong.access.internal.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps no token. The library's default holds every token ever given in memory, which only grows. Ours are signed and
 * short-lived, carry all that is needed to check them, and have no refresh token; nothing ever asks for one again.
 * Withdrawing works by taking the client out of the configuration or by dropping a key.
 */
final class ForgetfulAuthorizations implements OAuth2AuthorizationService {
    @Override
    public void save(OAuth2Authorization authorization) {
        // see the class comment
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // nothing is kept
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return null;
    }
}
