package vn.lienthong.access.internal.client;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.CertificateProperties;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.kernel.StartRefused;

/**
 * Which certificate is whose. One that is pinned is compared whole; one that is known by its subject must lead to an authority
 * of ours, too. A client that loses its key is taken out of the configuration: no revocation list is asked.
 */
public final class ClientCertificates {
    private final Map<String, String> pinned = new HashMap<>();
    private final Map<X500Principal, String> subjects = new HashMap<>();
    private final Set<TrustAnchor> trust;
    private final GatewayClock clock;

    /** Reads all files; refuses the start when a certificate is nobody's or two clients'. */
    public ClientCertificates(AccessProperties accounts, CertificateProperties settings, GatewayClock clock) {
        this.clock = clock;
        this.trust = settings.trust().stream()
                .flatMap(file -> PemFile.certificates("lienthong.access.certificates.trust", file).stream())
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
        accounts.clients().forEach(this::add);
    }

    /** The client whose certificate stands first in this chain, if it is good now. */
    public Optional<String> owner(List<X509Certificate> chain) {
        if (chain.isEmpty() || !good(chain.getFirst())) {
            return Optional.empty();
        }
        String owner = pinned.get(thumbprint(chain.getFirst()));
        if (owner != null) {
            return Optional.of(owner);
        }
        return Optional.ofNullable(subjects.get(chain.getFirst().getSubjectX500Principal()))
                .filter(named -> isIssuedByOurs(chain));
    }

    /** Whether the client has a certificate instead of a secret. */
    public boolean isBound(String clientId) {
        return pinned.containsValue(clientId) || subjects.containsValue(clientId);
    }

    /** How a client that has a certificate signs in. */
    public ClientAuthenticationMethod method(String clientId) {
        return pinned.containsValue(clientId)
                ? ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH
                : ClientAuthenticationMethod.TLS_CLIENT_AUTH;
    }

    /** SHA-256 of the certificate as tokens name it (RFC 8705, {@code x5t#S256}). */
    public static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(certificate.getEncoded()));
        } catch (CertificateException unwritable) {
            throw new IllegalArgumentException("A certificate that was read does not write", unwritable);
        }
    }

    private void add(AccessProperties.Client client) {
        AccessProperties.Certificate certificate = client.certificate();
        if (certificate == null) {
            return;
        }
        if ((certificate.file() == null) == (certificate.subject() == null)) {
            throw refused(client.id(), "cần đúng một trong certificate.file, certificate.subject", "needs one of both");
        }
        if (certificate.file() != null) {
            for (X509Certificate each : PemFile.certificates("client " + client.id(), certificate.file())) {
                once(client.id(), pinned.put(thumbprint(each), client.id()));
            }
            return;
        }
        if (trust.isEmpty()) {
            throw refused(
                    client.id(),
                    "certificate.subject cần lienthong.access.certificates.trust",
                    "certificate.subject needs lienthong.access.certificates.trust");
        }
        try {
            once(client.id(), subjects.put(new X500Principal(String.valueOf(certificate.subject())), client.id()));
        } catch (IllegalArgumentException unreadable) {
            throw refused(client.id(), "certificate.subject không đọc được", "certificate.subject does not read");
        }
    }

    private static void once(String id, @Nullable String before) {
        if (before != null && !before.equals(id)) {
            throw refused(id, "dùng chung chứng thư với " + before, "shares a certificate with " + before);
        }
    }

    private boolean good(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.now()));
        } catch (CertificateException over) {
            return false;
        }
        boolean[] use = certificate.getKeyUsage();
        return use == null || use[0]; // digitalSignature
    }

    private boolean isIssuedByOurs(List<X509Certificate> chain) {
        try {
            PKIXParameters how = new PKIXParameters(trust);
            how.setRevocationEnabled(false);
            how.setDate(Date.from(clock.now()));
            List<X509Certificate> below = chain.stream()
                    .limit(8)
                    .filter(each -> trust.stream().noneMatch(anchor -> each.equals(anchor.getTrustedCert())))
                    .toList();
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), how);
            return !below.isEmpty();
        } catch (GeneralSecurityException untrusted) {
            return false;
        }
    }

    private static StartRefused refused(String id, String vi, String en) {
        return new StartRefused("Tài khoản " + id + ": " + vi, "account " + id + ": " + en);
    }
}
