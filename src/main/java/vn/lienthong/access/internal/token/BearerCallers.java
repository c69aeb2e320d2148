package vn.lienthong.access.internal.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import vn.lienthong.access.BearerOutcome;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.access.internal.client.Accounts;

/** Finds callers in tokens and in the configured accounts. */
@Component
final class BearerCallers implements Callers {
    private final BearerTokenResolver resolver = new DefaultBearerTokenResolver();
    private final TokenReader reader;
    private final Accounts accounts;

    BearerCallers(TokenReader reader, Accounts accounts) {
        this.reader = reader;
        this.accounts = accounts;
    }

    @Override
    public BearerOutcome byBearer(HttpServletRequest request) {
        try {
            String token = resolver.resolve(request);
            return token == null ? new BearerOutcome.Missing() : reader.read(token);
        } catch (OAuth2AuthenticationException malformed) {
            return new BearerOutcome.Refused(AccessProblems.tokenInvalid());
        }
    }

    @Override
    public Optional<Caller> bySecret(String clientId, String secret) {
        return accounts.client(clientId, secret);
    }

    @Override
    public Optional<Caller> byClientId(String clientId) {
        return accounts.client(clientId);
    }
}
