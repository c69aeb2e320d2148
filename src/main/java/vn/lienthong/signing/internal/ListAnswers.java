package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Asks for lists of revoked certificates, or takes those that are held: one list is for many certificates. */
final class ListAnswers implements CRLSource {
    private static final String POINTS = "2.5.29.31";

    private final transient CRLSource online;
    private final transient HeldAnswers<CRLToken> held;
    private final boolean fresh;

    /** Always asks where {@code fresh}. */
    ListAnswers(CRLSource online, HeldAnswers<CRLToken> held, boolean fresh) {
        this.online = online;
        this.held = held;
        this.fresh = fresh;
    }

    @Override
    public @Nullable CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        byte[] points = certificate.getCertificate().getExtensionValue(POINTS);
        if (points == null) {
            return null; // it names no list
        }
        String key = issuer.getDSSIdAsString() + HexFormat.of().formatHex(points);
        CRLToken told = fresh
                ? held.ask(key, key, () -> asked(certificate, issuer), CRLToken::isValid)
                : held.answer(key, key, () -> asked(certificate, issuer), CRLToken::isValid);
        if (told == null) {
            return null;
        }
        CRLToken own = new CRLToken(certificate, told.getCrlValidity());
        own.setSourceURL(told.getSourceURL());
        own.setExternalOrigin(RevocationOrigin.EXTERNAL);
        return own;
    }

    private @Nullable CRLToken asked(CertificateToken certificate, CertificateToken issuer) {
        return online.getRevocationToken(certificate, issuer);
    }
}
