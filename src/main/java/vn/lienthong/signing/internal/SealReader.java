package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.OfflineVerdict;
import vn.lienthong.signing.StampVerdict;

/** Reads a detached signature and the time-stamp over it. */
public final class SealReader {
    private static final String SAMPLE = "MẪU - SAMPLE";
    private static final List<String> DIGESTS = List.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private final KnownChains chains;
    private final StampReader stamps;

    /** Believes these certificates. */
    public SealReader(List<X509Certificate> anchors) {
        this.chains = new KnownChains(new AnchoredChain(anchors));
        this.stamps = new StampReader(chains);
    }

    /** Judges a signature over this content; every kind of garbage is a finding. */
    public OfflineVerdict read(byte[] signature, byte[] content) {
        SealFindings findings = new SealFindings();
        try {
            ASN1Primitive.fromByteArray(signature); // refuses what stands behind the end
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                findings.add("SIGNATURE-COUNT", "Phải có đúng một chữ ký.", "There must be exactly one signature.");
                return new OfflineVerdict(null, null, null, null, false, findings.all());
            }
            return judge(cms, signers.iterator().next(), findings);
        } catch (IOException | CMSException | RuntimeException unreadable) {
            findings.add(
                    "SIGNATURE-UNREADABLE",
                    "Không đọc được chữ ký: " + unreadable.getMessage(),
                    "The signature cannot be read: " + unreadable.getMessage());
            return new OfflineVerdict(null, null, null, null, false, findings.all());
        }
    }

    private OfflineVerdict judge(CMSSignedData cms, SignerInformation signer, SealFindings findings)
            throws CMSException {
        List<X509CertificateHolder> sent = new ArrayList<>(cms.getCertificates().getMatches(null));
        Optional<X509CertificateHolder> own =
                sent.stream().filter(signer.getSID()::match).findFirst();
        if (own.isEmpty()) {
            findings.add(
                    "SIGNATURE-NO-CERTIFICATE",
                    "Chữ ký không kèm chứng thư của người ký.",
                    "The signer's certificate is not with the signature.");
            return new OfflineVerdict(null, null, null, null, false, findings.all());
        }
        X509CertificateHolder certificate = own.get();
        bytes(signer, certificate, findings);
        binding(signer, certificate, findings);
        boolean whole = findings.all().isEmpty();
        Instant claimed = claimed(signer);
        StampReader.Stamp stamp = stamps.read(signer, findings);
        Instant when = stamp != null ? stamp.at() : claimed;
        if (when != null) {
            if (whole) { // nobody's chain is looked for on behalf of a signature that does not hold
                chains.check(certificate, sent, when, "SIGNER", findings);
            }
        } else {
            findings.add("SIGNATURE-NO-TIME", "Chữ ký không nói lúc ký.", "The signature tells no time.");
        }
        String issuer = certificate.getIssuer().toString();
        return new OfflineVerdict(
                certificate.getSubject().toString(),
                claimed,
                stamp == null ? null : stamp.at(),
                stamp == null ? null : stamp.ends(),
                issuer.contains(SAMPLE),
                findings.all());
    }

    /** Judges a time-stamp that stands beside its content. */
    public StampVerdict readStamp(byte[] token, byte[] content) {
        SealFindings findings = new SealFindings();
        StampReader.Stamp stamp = stamps.read(token, content, findings);
        return new StampVerdict(stamp == null ? null : stamp.at(), stamp == null ? null : stamp.ends(), findings.all());
    }

    private static void bytes(SignerInformation signer, X509CertificateHolder certificate, SealFindings findings)
            throws CMSException {
        if (!DIGESTS.contains(signer.getDigestAlgOID())) {
            findings.add("SIGNATURE-WEAK", "Thuật toán băm không đủ mạnh.", "The digest algorithm is too weak.");
        }
        try {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                findings.add("SIGNATURE-VALUE", "Giá trị chữ ký sai.", "The signature value is wrong.");
            }
        } catch (CMSSignerDigestMismatchException other) {
            findings.add(
                    "SIGNATURE-CONTENT",
                    "Chữ ký thuộc về nội dung khác: nội dung đã bị thay đổi.",
                    "The signature belongs to other content: the content was changed.");
        } catch (OperatorCreationException
                | java.security.cert.CertificateException
                | CMSException
                | RuntimeException broken) {
            findings.add(
                    "SIGNATURE-VALUE",
                    "Giá trị chữ ký sai: " + broken.getMessage(),
                    "The signature value is wrong: " + broken.getMessage());
        }
    }

    /** The signature names its certificate by a digest, so that no other with the same name or key can take its place. */
    private static void binding(SignerInformation signer, X509CertificateHolder certificate, SealFindings findings) {
        AttributeTable signed = signer.getSignedAttributes();
        Attribute named = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        boolean bound = false;
        if (named != null && named.getAttrValues().size() == 1) {
            var id = SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0))
                    .getCerts()[0];
            try {
                bound = id.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                        && java.util.Arrays.equals(id.getCertHash(), Sha256.of(certificate.getEncoded()));
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(unreadable);
            }
        }
        if (!bound) {
            findings.add(
                    "CERTIFICATE-SWAPPED",
                    "Chứng thư đi kèm không phải chứng thư mà chữ ký nêu.",
                    "The certificate is not the one that the signature names.");
        }
    }

    private static @Nullable Instant claimed(SignerInformation signer) {
        AttributeTable signed = signer.getSignedAttributes();
        Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
        return time == null
                ? null
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }
}
