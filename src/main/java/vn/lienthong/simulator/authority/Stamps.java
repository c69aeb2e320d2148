package vn.lienthong.simulator.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Time-stamps signed with the sample authority's key. */
final class Stamps {
    /** A policy of nobody: below the arc kept for examples (ITU-T X.660). */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.3161.1");

    private final SampleAuthority authority;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Stamps(SampleAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    byte[] answer(TimeStampRequest request, TimeStampBehaviour behaviour) throws TSPException, IOException {
        if (behaviour.answer().equals("refused")) {
            return responses()
                    .generateFailResponse(
                            PKIStatus.REJECTION, PKIFailureInfo.systemFailure, "Từ chối theo cài đặt mô phỏng")
                    .getEncoded();
        }
        Date time = Date.from(clock.instant().plusSeconds(behaviour.clockSeconds()));
        return responses()
                .generate(spoilt(request, behaviour.answer()), new BigInteger(64, random), time)
                .getEncoded();
    }

    byte[] badRequest() {
        try {
            return responses()
                    .generateFailResponse(
                            PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "Không phải yêu cầu dấu thời gian")
                    .getEncoded();
        } catch (TSPException | IOException impossible) {
            throw new IllegalStateException("A refusal could not be written", impossible);
        }
    }

    private static TimeStampRequest spoilt(TimeStampRequest asked, String answer) throws IOException {
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(asked.getCertReq());
        byte[] digest = asked.getMessageImprintDigest();
        BigInteger nonce = asked.getNonce();
        switch (answer) {
            case "other-data" -> digest[0] ^= 1;
            case "other-nonce" -> nonce = nonce == null ? BigInteger.ONE : nonce.add(BigInteger.ONE);
            default -> {
                return asked;
            }
        }
        return nonce == null
                ? other.generate(asked.getMessageImprintAlgOID(), digest)
                : other.generate(asked.getMessageImprintAlgOID(), digest, nonce);
    }

    private TimeStampResponseGenerator responses() throws TSPException {
        Keeping keeping = authority.keeping(Holder.TIME_STAMPS);
        try {
            DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(keeping.signatureAlgorithm(), keeping.key(), keeping.certificate()),
                    sha256,
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(
                    keeping.certificate(), authority.keeping(Holder.ISSUER).certificate())));
            tokens.setAccuracySeconds(1);
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        } catch (OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("The sample authority's key does not sign", impossible);
        }
    }
}
