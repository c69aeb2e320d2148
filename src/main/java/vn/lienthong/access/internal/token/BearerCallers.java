package vn.lienthong.access.internal.token;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import vn.lienthong.access.BearerOutcome;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.access.RateLimits;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.client.ClientCertificates;
import vn.lienthong.access.internal.limit.WrongSecrets;

/** Finds callers in tokens and in the configured accounts. */
@Component
final class BearerCallers implements Callers {
    private final BearerTokenResolver resolver = new DefaultBearerTokenResolver();
    private final TokenReader reader;
    private final Accounts accounts;
    private final ClientCertificates certificates;
    private final WrongSecrets tries;
    private final RateLimits limits;

    BearerCallers(
            TokenReader reader,
            Accounts accounts,
            ClientCertificates certificates,
            WrongSecrets tries,
            RateLimits limits) {
        this.certificates = certificates;
        this.reader = reader;
        this.accounts = accounts;
        this.tries = tries;
        this.limits = limits;
    }

    @Override
    public BearerOutcome byBearer(HttpServletRequest request) {
        try {
            String token = resolver.resolve(request);
            return token == null ? new BearerOutcome.Missing() : reader.read(token, request);
        } catch (OAuth2AuthenticationException malformed) {
            return new BearerOutcome.Refused(AccessProblems.tokenInvalid());
        }
    }

    @Override
    public Optional<Caller> bySecret(String clientId, String secret, HttpServletRequest request) {
        tries.begin(clientId, request.getRemoteAddr());
        Optional<Caller> found = accounts.client(clientId, secret);
        found.ifPresent(caller -> {
            tries.right(clientId, request.getRemoteAddr());
            limits.admit(caller, 1);
        });
        return found;
    }

    @Override
    public Optional<Caller> byCertificate(List<X509Certificate> chain) {
        Optional<Caller> found = certificates.owner(chain).flatMap(accounts::client);
        found.ifPresent(caller -> limits.admit(caller, 1));
        return found;
    }

    @Override
    public boolean knows(List<X509Certificate> chain) {
        return certificates.owner(chain).isPresent();
    }

    @Override
    public Optional<Caller> byClientId(String clientId) {
        return accounts.client(clientId);
    }
}
