package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DaysLeft;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** Asks the responder that a certificate names about that certificate, and says at which step it went wrong. */
public final class RevocationExamination {
    private static final Helper WHO = Helper.REVOCATION;
    private static final Duration CLOCK = Duration.ofMinutes(2);

    private final SigningProperties.Revocation settings;
    private final GatewayClock clock;

    /** Asks the way these settings say. */
    public RevocationExamination(SigningProperties.Revocation settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One question about the first certificate of this chain. */
    public List<Diagnosis> examine(List<X509Certificate> chain)
            throws IOException, GeneralSecurityException, OperatorCreationException, OCSPException {
        X509CertificateHolder subject = new JcaX509CertificateHolder(chain.getFirst());
        Optional<String> url = address(subject);
        if (url.isEmpty() || chain.size() < 2) {
            return List.of(Diagnosis.warning(
                    "OCSP-NOT-NAMED",
                    new Bilingual(
                            "Chứng thư không ghi nơi hỏi trạng thái, hoặc tệp khóa thiếu chứng thư cấp trên.",
                            "The certificate names no responder, or its key file lacks the issuer's certificate."),
                    new Bilingual(
                            "Hỏi đơn vị cấp chứng thư; đặt cả chuỗi vào tệp PKCS#12.",
                            "Ask the certificate's authority; put the whole chain into the PKCS#12 file.")));
        }
        X509CertificateHolder issuer = new JcaX509CertificateHolder(chain.get(1));
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                issuer,
                subject.getSerialNumber());
        byte[] question = new OCSPReqBuilder().addRequest(id).build().getEncoded();
        HttpLoader http = new HttpLoader(
                settings.connectTimeout(),
                settings.readTimeout(),
                "application/ocsp-request",
                AllowedAddresses.of(settings));
        long begun = clock.monotonicNanos();
        try {
            byte[] bytes = http.post(url.get(), question);
            return judge(bytes, id, issuer, Duration.ofNanos(clock.monotonicNanos() - begun));
        } catch (Unanswered failure) {
            return List.of(WHO.unanswered(failure));
        }
    }

    private static Optional<String> address(X509CertificateHolder subject) {
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(subject.getExtensions());
        if (access == null) {
            return Optional.empty();
        }
        for (AccessDescription one : access.getAccessDescriptions()) {
            if (one.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                return Optional.of(one.getAccessLocation().getName().toString());
            }
        }
        return Optional.empty();
    }

    private List<Diagnosis> judge(byte[] bytes, CertificateID id, X509CertificateHolder issuer, Duration took)
            throws OCSPException {
        BasicOCSPResp answer;
        try {
            OCSPResp read = new OCSPResp(bytes);
            if (read.getStatus() != OCSPResp.SUCCESSFUL) {
                return List.of(WHO.error(
                        "REFUSES",
                        new Bilingual(
                                "không trả lời câu hỏi (mã " + read.getStatus() + ").",
                                "does not answer the question (status " + read.getStatus() + ")."),
                        new Bilingual(
                                "Thử lại sau; nếu còn, báo đơn vị cấp chứng thư.",
                                "Try later; if it stays, tell" + " the certificate's authority.")));
            }
            answer = (BasicOCSPResp) read.getResponseObject();
        } catch (IOException | OCSPException | RuntimeException unreadable) {
            return List.of(WHO.garbage(unreadable));
        }
        List<Diagnosis> found = new ArrayList<>(signed(answer, issuer));
        for (SingleResp one : answer.getResponses()) {
            if (one.getCertID().getSerialNumber().equals(id.getSerialNumber())) {
                found.add(status(one, took));
                return found;
            }
        }
        found.add(WHO.garbage(new OCSPException("the answer is about another certificate")));
        return found;
    }

    /** By the issuer itself, or by whom the issuer gave this right. */
    private List<Diagnosis> signed(BasicOCSPResp answer, X509CertificateHolder issuer) throws OCSPException {
        X509CertificateHolder signer = answer.getCerts().length == 0 ? issuer : answer.getCerts()[0];
        List<Diagnosis> found = new ArrayList<>();
        DaysLeft.judge(
                        WHO.area(),
                        new Bilingual("Chứng thư của máy chủ trạng thái", "The responder's certificate"),
                        signer.getNotBefore().toInstant(),
                        signer.getNotAfter().toInstant(),
                        clock.now())
                .ifPresent(found::add);
        try {
            JcaContentVerifierProviderBuilder verifiers = new JcaContentVerifierProviderBuilder();
            boolean entitled =
                    signer.equals(issuer) || (mayAnswer(signer) && signer.isSignatureValid(verifiers.build(issuer)));
            if (!entitled || !answer.isSignatureValid(verifiers.build(signer))) {
                found.add(WHO.untrusted(new GeneralSecurityException(
                        "signed by " + signer.getSubject() + ", not by the issuer or whom it names")));
            }
        } catch (GeneralSecurityException | OperatorCreationException | org.bouncycastle.cert.CertException untrue) {
            found.add(WHO.untrusted(untrue));
        } catch (java.security.ProviderException untrue) {
            found.add(WHO.untrusted(untrue));
        }
        return found;
    }

    private static boolean mayAnswer(X509CertificateHolder signer) {
        ExtendedKeyUsage uses = ExtendedKeyUsage.fromExtensions(signer.getExtensions());
        return uses != null && uses.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning);
    }

    private Diagnosis status(SingleResp one, Duration took) {
        CertificateStatus status = one.getCertStatus();
        Instant now = clock.now();
        Instant told = one.getThisUpdate().toInstant();
        Date next = one.getNextUpdate();
        if (told.isAfter(now.plus(CLOCK)) || (next != null && next.toInstant().isBefore(now.minus(CLOCK)))) {
            return WHO.error(
                    "CLOCK",
                    new Bilingual(
                            "trả lời cho lúc " + told + ", không khớp giờ máy này.",
                            "answers as of " + told + ", which does not fit this machine's time."),
                    new Bilingual(
                            "So đồng hồ máy này với giờ chuẩn (timedatectl); nếu đúng, báo đơn vị cấp chứng thư.",
                            "Compare this machine with network time (timedatectl); if it is right, tell the authority."));
        }
        if (status != CertificateStatus.GOOD) {
            return WHO.error(
                    "NOT-GOOD",
                    new Bilingual(
                            "nói chứng thư đã bị thu hồi hoặc không được biết tới.",
                            "says that the certificate is revoked or unknown."),
                    new Bilingual(
                            "Không dùng khóa này nữa; xin cấp chứng thư mới.",
                            "Stop using this key; have a new" + " certificate issued."));
        }
        return Diagnosis.well(
                "OCSP-ANSWERS",
                "Chứng thư còn hiệu lực, trả lời trong " + took.toMillis() + " ms.",
                "The certificate is good, answered in " + took.toMillis() + " ms.");
    }
}
