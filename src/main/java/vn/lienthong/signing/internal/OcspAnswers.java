package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks responders, or what is held of their answers. */
final class OcspAnswers implements OCSPSource {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private final transient OCSPSource online;
    private final transient HeldAnswers<OCSPToken> held;
    private final boolean fresh;

    /** Always asks where {@code fresh}: what is put into a signature must be younger than the signature. */
    OcspAnswers(OCSPSource online, HeldAnswers<OCSPToken> held, boolean fresh) {
        this.online = online;
        this.held = held;
        this.fresh = fresh;
    }

    @Override
    public @Nullable OCSPToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        String key = certificate.getDSSIdAsString() + issuer.getDSSIdAsString();
        Supplier<@Nullable OCSPToken> ask = () -> online.getRevocationToken(certificate, issuer);
        Predicate<OCSPToken> believed = told -> believed(told, issuer);
        OCSPToken told = fresh
                ? held.ask(key, issuer.getDSSIdAsString(), ask, believed)
                : held.answer(key, issuer.getDSSIdAsString(), ask, believed);
        return told == null ? null : copy(told, certificate, issuer);
    }

    /** Signed by the issuer or by whom the issuer gave this right; nobody else's word is held. */
    private static boolean believed(OCSPToken told, CertificateToken issuer) {
        CertificateToken signer = told.getIssuerCertificateToken();
        return signer != null
                && told.isSignedBy(signer)
                && (signer.equals(issuer) || (mayAnswer(signer.getCertificate()) && signer.isSignedBy(issuer)));
    }

    private static boolean mayAnswer(X509Certificate signer) {
        try {
            List<String> uses = signer.getExtendedKeyUsage();
            return uses != null && uses.contains(OCSP_SIGNING);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    /** The library writes into the answers it works with: each work gets its own. */
    private static OCSPToken copy(OCSPToken told, CertificateToken certificate, CertificateToken issuer) {
        OCSPToken copy = new OCSPToken(told.getBasicOCSPResp(), told.getLatestSingleResp(), certificate, issuer);
        copy.setSourceURL(told.getSourceURL());
        copy.setExternalOrigin(RevocationOrigin.EXTERNAL);
        return copy;
    }
}
