package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Reads the time-stamp over a signature. */
final class StampReader {
    private final KnownChains chains;

    StampReader(KnownChains chains) {
        this.chains = chains;
    }

    /** The time it proves; null where there is none to be believed. A missing one is no finding here. */
    @Nullable
    Instant read(SignerInformation signer, SealFindings findings) {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        if (unsigned == null) {
            return null;
        }
        ASN1EncodableVector stamps = unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamps.size() == 0) {
            return null;
        }
        int before = findings.all().size();
        try {
            Instant told = check(token(unsigned), signer, findings);
            return findings.all().size() == before ? told : null;
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | CertificateException
                | RuntimeException untrue) {
            findings.add(
                    "STAMP-VALUE",
                    "Dấu thời gian sai hoặc không đọc được: " + untrue.getMessage(),
                    "The time-stamp is wrong or unreadable: " + untrue.getMessage());
            return null;
        }
    }

    private static byte[] imprint(TimeStampToken token, byte[] value) {
        String algorithm =
                switch (token.getTimeStampInfo().getMessageImprintAlgOID().getId()) {
                    case "2.16.840.1.101.3.4.2.1" -> "SHA-256";
                    case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
                    case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
                    default -> throw new IllegalArgumentException("a digest algorithm that is not believed");
                };
        try {
            return MessageDigest.getInstance(algorithm).digest(value);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has " + algorithm, impossible);
        }
    }

    private static TimeStampToken token(AttributeTable unsigned) throws TSPException, CMSException, IOException {
        return new TimeStampToken(new CMSSignedData(unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                .getAttrValues()
                .getObjectAt(0)
                .toASN1Primitive()
                .getEncoded()));
    }

    private Instant check(TimeStampToken token, SignerInformation signer, SealFindings findings)
            throws TSPException, OperatorCreationException, CertificateException {
        Instant told = token.getTimeStampInfo().getGenTime().toInstant();
        List<X509CertificateHolder> sent =
                new ArrayList<>(token.getCertificates().getMatches(null));
        X509CertificateHolder own =
                sent.stream().filter(token.getSID()::match).findFirst().orElse(null);
        if (own == null) {
            findings.add(
                    "STAMP-NO-CERTIFICATE",
                    "Dấu thời gian không kèm chứng thư.",
                    "The time-stamp carries no certificate.");
            return told;
        }
        if (!Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint(token, signer.getSignature()))) {
            findings.add(
                    "STAMP-OF-ANOTHER",
                    "Dấu thời gian thuộc về chữ ký khác.",
                    "The time-stamp belongs to another signature.");
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(own));
        chains.check(own, sent, told, "STAMP", findings);
        return told;
    }
}
