package vn.lienthong.signing.internal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/** Whether a certificate leads to one we believe (RFC 5280 path; revocation is asked when the signature is judged). */
final class AnchoredChain {
    private static final int MOST_SENT = 100;
    private static final int MOST_AUTHORITIES = 8;
    private static final int LONGEST = 3;

    private final Set<TrustAnchor> anchors;

    AnchoredChain(List<X509Certificate> trusted) {
        this.anchors = trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Builds the path; what was sent along is taken for a hint of few authorities, not for a labyrinth of any size. */
    CertPath path(X509CertificateHolder own, List<X509CertificateHolder> others, Instant when)
            throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            throw new CertPathBuilderException("the trust list is empty");
        }
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        X509CertSelector selector = new X509CertSelector();
        X509Certificate first = converter.getCertificate(own);
        selector.setCertificate(first);
        List<X509Certificate> known = authorities(others, converter);
        known.add(first);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
        parameters.setRevocationEnabled(false);
        parameters.setMaxPathLength(LONGEST);
        parameters.setDate(Date.from(when));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
    }

    /** Those that may stand in between: no root, since the believed ones are ours, and nobody who may not vouch. */
    private static List<X509Certificate> authorities(
            List<X509CertificateHolder> sent, JcaX509CertificateConverter converter) throws GeneralSecurityException {
        if (sent.size() > MOST_SENT) {
            throw new CertPathBuilderException("too many certificates were sent");
        }
        List<X509Certificate> authorities = new ArrayList<>();
        for (X509CertificateHolder each : sent.stream().distinct().toList()) {
            if (each.getSubject().equals(each.getIssuer())) {
                continue;
            }
            X509Certificate certificate = converter.getCertificate(each);
            if (certificate.getBasicConstraints() >= 0) {
                authorities.add(certificate);
            }
        }
        if (authorities.size() > MOST_AUTHORITIES) {
            throw new CertPathBuilderException("too many authorities were sent");
        }
        return authorities;
    }
}
