package vn.lienthong.signing.internal;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.signing.ProofLife;

/** How long a time-stamp lasts by itself: as long as its authority's certificate and those it brought along. */
final class StampLife {
    private static final int LONGEST_CHAIN = 5;

    private StampLife() {}

    /** Empty for a stamp that brought no certificate of its own. */
    static Optional<ProofLife> of(TimeStampToken stamp) throws GeneralSecurityException {
        List<X509CertificateHolder> sent =
                new ArrayList<>(stamp.getCertificates().getMatches(null));
        Optional<X509CertificateHolder> own =
                sent.stream().filter(stamp.getSID()::match).findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(own.get());
        return Optional.of(new ProofLife(
                firstEnd(own.get(), sent),
                new TreeSet<>(List.of(
                        digest(stamp.getTimeStampInfo().getMessageImprintAlgOID()),
                        digest(signer(stamp).getDigestAlgorithmID().getAlgorithm()),
                        key(certificate.getPublicKey())))));
    }

    private static SignerInformation signer(TimeStampToken stamp) {
        return stamp.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
    }

    /** The first end on the way up; a root is believed by itself and is none of its links. */
    private static Instant firstEnd(X509CertificateHolder own, List<X509CertificateHolder> sent) {
        Instant first = own.getNotAfter().toInstant();
        X509CertificateHolder link = own;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            X509CertificateHolder below = link;
            Optional<X509CertificateHolder> above = sent.stream()
                    .filter(each -> each.getSubject().equals(below.getIssuer()))
                    .filter(each -> !each.getSubject().equals(each.getIssuer()))
                    .findFirst();
            if (above.isEmpty()) {
                break;
            }
            link = above.get();
            Instant end = link.getNotAfter().toInstant();
            first = end.isBefore(first) ? end : first;
        }
        return first;
    }

    static String digest(ASN1ObjectIdentifier algorithm) {
        if (algorithm.equals(NISTObjectIdentifiers.id_sha256)) {
            return "SHA256";
        }
        if (algorithm.equals(NISTObjectIdentifiers.id_sha384)) {
            return "SHA384";
        }
        return algorithm.equals(NISTObjectIdentifiers.id_sha512) ? "SHA512" : algorithm.getId();
    }

    static String key(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> "RSA" + rsa.getModulus().bitLength();
            case ECPublicKey ec -> "EC" + ec.getParams().getCurve().getField().getFieldSize();
            default -> key.getAlgorithm();
        };
    }
}
