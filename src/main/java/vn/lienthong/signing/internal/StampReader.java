package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
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

    /**
     * A time-stamp that may be believed.
     *
     * @param ends when the first certificate it stands on ends
     */
    record Stamp(Instant at, Instant ends) {}

    /** What the stamp over a signature proves; null where there is none to be believed. A missing one is no finding here. */
    @Nullable
    Stamp read(SignerInformation signer, SealFindings findings) {
        return believed(findings, () -> {
            Optional<TimeStampToken> token = token(signer);
            return token.isEmpty() ? null : check(token.get(), signer.getSignature(), findings);
        });
    }

    /** What a stamp that stands beside its content proves; null where it is not to be believed. */
    @Nullable
    Stamp read(byte[] token, byte[] content, SealFindings findings) {
        return believed(findings, () -> {
            ASN1Primitive.fromByteArray(token); // refuses what stands behind the end
            return check(new TimeStampToken(new CMSSignedData(token)), content, findings);
        });
    }

    @FunctionalInterface
    private interface Reading {
        @Nullable
        Stamp read() throws TSPException, CMSException, IOException, OperatorCreationException, CertificateException;
    }

    private static @Nullable Stamp believed(SealFindings findings, Reading reading) {
        int before = findings.all().size();
        try {
            Stamp told = reading.read();
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

    /** The stamp over a signature, unjudged. */
    static Optional<TimeStampToken> token(SignerInformation signer) throws TSPException, CMSException, IOException {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        Attribute stamp = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        return stamp == null
                ? Optional.empty()
                : Optional.of(new TimeStampToken(new CMSSignedData(
                        stamp.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded())));
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

    private @Nullable Stamp check(TimeStampToken token, byte[] content, SealFindings findings)
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
            return null;
        }
        if (!Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint(token, content))) {
            findings.add(
                    "STAMP-OF-ANOTHER",
                    "Dấu thời gian thuộc về chữ ký khác.",
                    "The time-stamp belongs to another signature.");
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(own));
        Instant ends = chains.check(own, sent, told, "STAMP", findings);
        return ends == null ? null : new Stamp(told, ends);
    }
}
