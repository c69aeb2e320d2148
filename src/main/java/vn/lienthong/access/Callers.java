package vn.lienthong.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Finds out who calls, for faces that check sign-in themselves and for everyone who holds an authentication. */
public interface Callers {
    /** The client whose valid Bearer token this request carries. */
    BearerOutcome byBearer(HttpServletRequest request);

    /**
     * The client of this id, if the secret is its own; compared in constant time. Refused with 429 unread when too many
     * before it were wrong, and when the client signs in faster than it may call.
     */
    Optional<Caller> bySecret(String clientId, String secret, HttpServletRequest request);

    /**
     * The client whose certificate stands first in this chain and is good now. Whoever asks has proof that the other side
     * holds its key. Refused with 429 when the client calls faster than it may.
     */
    Optional<Caller> byCertificate(List<X509Certificate> chain);

    /** Whether the first of this chain is a client's and good now; takes nothing from that client's pace, for nothing is proven. */
    boolean knows(List<X509Certificate> chain);

    /** The client of this id as configured now; empty once it was taken out. */
    Optional<Caller> byClientId(String clientId);

    /** The caller behind an authentication; empty for nobody and for strangers. */
    static Optional<Caller> current(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
