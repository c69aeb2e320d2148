package vn.lienthong.access.internal.token;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import vn.lienthong.access.BearerOutcome;
import vn.lienthong.access.Caller;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.client.ClientCertificates;
import vn.lienthong.access.internal.client.PresentedCertificate;

/**
 * Turns a token into its caller. A system sends the same token with every call for an hour, so what was verified is
 * remembered until it ends or the keys change; only verified tokens enter, and the number is bounded.
 */
public final class TokenReader {
    private static final int REMEMBERED = 4096;

    /** The claim that binds a token to a certificate (RFC 8705, section 3.1), and what it names that by. */
    static final String BOUND = "cnf";

    static final String TO = "x5t#S256";

    private record Verified(
            Caller caller,
            Instant end,
            long generation,
            @Nullable String boundTo) {}

    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    private final JwtDecoder decoder;
    private final TokenLife life;
    private final TokenKeys keys;
    private final Accounts accounts;
    private final PresentedCertificate presented;
    private final ClientCertificates certificates;

    TokenReader(
            JwtDecoder decoder,
            TokenLife life,
            TokenKeys keys,
            Accounts accounts,
            PresentedCertificate presented,
            ClientCertificates certificates) {
        this.certificates = certificates;
        this.presented = presented;
        this.decoder = decoder;
        this.life = life;
        this.keys = keys;
        this.accounts = accounts;
    }

    /** Known or refused; never missing. A token that is bound to a certificate is refused to whoever does not show that one. */
    public BearerOutcome read(String token, HttpServletRequest request) {
        long generation = keys.generation();
        Verified known = verified.get(token);
        if (known == null || known.generation() != generation) {
            return verify(token, generation, request);
        }
        if (life.isOver(known.end())) {
            verified.remove(token);
            return new BearerOutcome.Refused(AccessProblems.tokenExpired());
        }
        return held(known, request);
    }

    private BearerOutcome held(Verified token, HttpServletRequest request) {
        String boundTo = token.boundTo();
        if (boundTo != null) {
            List<X509Certificate> chain = presented.of(request);
            if (chain.isEmpty() || !boundTo.equals(ClientCertificates.thumbprint(chain.getFirst()))) {
                return new BearerOutcome.Refused(AccessProblems.tokenBound());
            }
        }
        return new BearerOutcome.Known(token.caller());
    }

    /**
     * The certificate a token is bound to; no certificate has an empty thumbprint, so that what we cannot read fits none, nor does
     * the token of a client that has a certificate now and had none when it was given.
     */
    private @Nullable String boundTo(Jwt jwt, Caller caller) {
        Map<String, Object> bound = jwt.getClaimAsMap(BOUND);
        if (bound == null) {
            return certificates.isBound(caller.clientId()) ? "" : null;
        }
        return bound.get(TO) instanceof String thumbprint ? thumbprint : "";
    }

    private BearerOutcome verify(String token, long generation, HttpServletRequest request) {
        try {
            Jwt jwt = decoder.decode(token);
            Optional<Caller> caller = caller(jwt);
            if (caller.isEmpty()) {
                return new BearerOutcome.Refused(AccessProblems.tokenInvalid());
            }
            if (verified.size() >= REMEMBERED) {
                verified.clear();
            }
            Instant end = Objects.requireNonNull(jwt.getExpiresAt(), "checked by TokenLife");
            Verified known = new Verified(caller.get(), end, generation, boundTo(jwt, caller.get()));
            verified.put(token, known);
            return held(known, request);
        } catch (JwtValidationException invalid) {
            boolean expired = invalid.getErrors().stream()
                    .allMatch(error -> error.getErrorCode().equals(TokenLife.EXPIRED));
            return new BearerOutcome.Refused(expired ? AccessProblems.tokenExpired() : AccessProblems.tokenInvalid());
        } catch (BadJwtException notOurs) {
            return new BearerOutcome.Refused(AccessProblems.tokenInvalid());
        }
    }

    /** The client as configured now, with no more than what its token says. */
    private Optional<Caller> caller(Jwt jwt) {
        @Nullable String subject = jwt.getSubject();
        if (subject == null) {
            return Optional.empty();
        }
        Set<String> granted = new HashSet<>(Objects.requireNonNullElse(jwt.getClaimAsStringList("scope"), Set.of()));
        return accounts.client(subject).map(client -> {
            granted.retainAll(client.scopes());
            return new Caller(
                    client.clientId(), client.displayName(), client.agency(), granted, client.role(), client.kind());
        });
    }
}
