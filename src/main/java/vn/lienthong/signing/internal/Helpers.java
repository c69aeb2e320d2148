package vn.lienthong.signing.internal;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** Whoever is asked from outside while signing and judging: time-stamps, revocation, missing certificates, trust. */
final class Helpers {
    private static final int MOST_ANSWERS = 5000;
    /** They can be large. */
    private static final int MOST_LISTS = 16;

    private final CommonTrustedCertificateSource trusted;
    private final @Nullable TSPSource timeStamps;
    private final HttpLoader ocsp;
    private final HttpLoader files;
    private final HeldAnswers<OCSPToken> answers;
    private final HeldAnswers<CRLToken> lists;

    Helpers(SigningProperties settings, GatewayClock clock, SeenCertificates seen) {
        List<X509Certificate> anchors = anchors(settings.trust());
        this.trusted = TrustList.source(anchors);
        SigningProperties.TimeStamps stamps = settings.timeStamps();
        String url = stamps.url();
        this.timeStamps =
                url == null || url.isBlank() ? null : new CheckedTimeStamps(url, stamps, anchors, clock, seen);
        SigningProperties.Revocation revocation = settings.revocation();
        this.ocsp = loader(revocation, "application/ocsp-request");
        this.files = loader(revocation, "application/octet-stream");
        this.answers = new HeldAnswers<>("OCSP", MOST_ANSWERS, revocation, clock);
        this.lists = new HeldAnswers<>("CRL", MOST_LISTS, revocation, clock);
    }

    private static List<X509Certificate> anchors(List<String> places) {
        try {
            return TrustList.read(places);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "lienthong.signing.trust cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static HttpLoader loader(SigningProperties.Revocation settings, String contentType) {
        return new HttpLoader(
                settings.connectTimeout(), settings.readTimeout(), contentType, AllowedAddresses.of(settings));
    }

    Optional<TSPSource> timeStamps() {
        return Optional.ofNullable(timeStamps);
    }

    /** For judging. Made for one piece of work: the library keeps state in it. */
    CertificateVerifier verifier() {
        return verifier(false);
    }

    /** For making signatures: what goes into them is asked anew. */
    CertificateVerifier freshVerifier() {
        return verifier(true);
    }

    /** For signatures that carry nothing from outside: it asks nobody. */
    CertificateVerifier offlineVerifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    private CertificateVerifier verifier(boolean fresh) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setOcspSource(new OcspAnswers(new OnlineOCSPSource(ocsp), answers, fresh));
        verifier.setCrlSource(new ListAnswers(new OnlineCRLSource(files), lists, fresh));
        verifier.setAIASource(new DefaultAIASource(files));
        return verifier;
    }

    /** Signature policies are looked up where they may be; the library's own provider would call any address. */
    SignaturePolicyProvider policies() {
        SignaturePolicyProvider provider = new SignaturePolicyProvider();
        provider.setDataLoader(files);
        return provider;
    }
}
