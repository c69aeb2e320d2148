package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** Takes a time-stamp only when it answers the question, is signed by someone we believe, and tells a credible time. */
final class CheckedTimeStamps implements TSPSource {
    private final String url;
    private final transient OnlineTSPSource online;
    private final Duration mostDifference;
    private final transient AnchoredChain anchored;
    private final transient GatewayClock clock;
    private final transient SeenCertificates seen;

    CheckedTimeStamps(
            String url,
            SigningProperties.TimeStamps settings,
            List<X509Certificate> anchors,
            GatewayClock clock,
            SeenCertificates seen) {
        this.url = url;
        this.seen = seen;
        this.online = new OnlineTSPSource(
                url,
                new HttpLoader(
                        settings.connectTimeout(),
                        settings.readTimeout(),
                        "application/timestamp-query",
                        AllowedAddresses.only(url)));
        SecureRandom random = new SecureRandom();
        this.online.setNonceSource(() -> new BigInteger(63, random).setBit(62).toByteArray());
        this.mostDifference = settings.clockDifference();
        this.anchored = new AnchoredChain(anchors);
        this.clock = clock;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimestampBinary stamp;
        try {
            stamp = online.getTimeStampResponse(algorithm, digest);
        } catch (RuntimeException failure) {
            throw refusal(
                    "không cho dấu thời gian dùng được: " + failure.getMessage(),
                    "gave no usable time-stamp: " + failure.getMessage());
        }
        check(stamp.getBytes());
        return stamp;
    }

    private void check(byte[] bytes) {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(bytes));
            List<X509CertificateHolder> sent =
                    List.copyOf(token.getCertificates().getMatches(null));
            X509CertificateHolder own = sent.stream()
                    .filter(token.getSID()::match)
                    .findFirst()
                    .orElseThrow(() -> refusal("không gửi kèm chứng thư", "sent no certificate with its time-stamp"));
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(own));
            seen.stampedWith(new JcaX509CertificateConverter().getCertificate(own));
            anchored.path(own, sent, clock.now());
            checkClock(token.getTimeStampInfo().getGenTime().toInstant());
        } catch (GeneralSecurityException
                | TSPException
                | CMSException
                | OperatorCreationException
                | IOException untrue) {
            throw refusal(
                    "cho dấu thời gian không tin được: " + untrue.getMessage(),
                    "gave a time-stamp that cannot be believed: " + untrue.getMessage());
        }
    }

    private void checkClock(Instant told) {
        Duration difference = Duration.between(clock.now(), told);
        if (difference.abs().compareTo(mostDifference) > 0) {
            throw refusal(
                    "có đồng hồ lệch " + difference.toSeconds() + " giây so với máy này",
                    "has a clock that differs by " + difference.toSeconds() + " seconds from this machine's");
        }
    }

    private Refusal refusal(String vi, String en) {
        return new Refusal(
                Refusal.Kind.TIME_STAMP,
                "Máy chủ dấu thời gian " + url + " " + vi + ".",
                "The time-stamp authority " + url + " " + en + ".");
    }
}
