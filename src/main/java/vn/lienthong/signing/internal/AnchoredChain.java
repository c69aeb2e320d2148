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
    private final Set<TrustAnchor> anchors;

    AnchoredChain(List<X509Certificate> trusted) {
        this.anchors = trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    CertPath path(X509CertificateHolder own, List<X509CertificateHolder> others, Instant when)
            throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            throw new CertPathBuilderException("the trust list is empty");
        }
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(converter.getCertificate(own));
        List<X509Certificate> known = new ArrayList<>();
        for (X509CertificateHolder one : others) {
            known.add(converter.getCertificate(one));
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
    }
}
