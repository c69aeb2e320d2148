package vn.lienthong.signing.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DaysLeft;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** Asks the time-stamp authority for one time-stamp, and says at which step it went wrong. */
public final class TimeStampExamination {
    private static final Helper WHO = Helper.TIME_STAMPS;
    private static final int DIGEST_BYTES = 32;

    private final SigningProperties settings;
    private final GatewayClock clock;

    /** Asks the authority of these settings. */
    public TimeStampExamination(SigningProperties settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One question, and everything about its answer. */
    public List<Diagnosis> examine() throws IOException, GeneralSecurityException {
        SigningProperties.TimeStamps stamps = settings.timeStamps();
        String url = stamps.url();
        if (url == null || url.isBlank()) {
            return List.of(Diagnosis.warning(
                    "TSA-NOT-SET",
                    new Bilingual("Chưa đặt máy chủ dấu thời gian.", "No time-stamp authority is set."),
                    new Bilingual("Đặt lienthong.signing.time-stamps.url.", "Set lienthong.signing.time-stamps.url.")));
        }
        TimeStampRequest question = question();
        HttpLoader http = new HttpLoader(
                stamps.connectTimeout(),
                stamps.readTimeout(),
                "application/timestamp-query",
                AllowedAddresses.only(url));
        long begun = clock.monotonicNanos();
        byte[] bytes;
        try {
            bytes = http.post(url, question.getEncoded());
        } catch (Unanswered failure) {
            return List.of(WHO.unanswered(failure));
        }
        Duration took = Duration.ofNanos(clock.monotonicNanos() - begun);
        return judge(question, bytes, took);
    }

    private static TimeStampRequest question() throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] digest = new byte[DIGEST_BYTES];
        random.nextBytes(digest);
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(TSPAlgorithms.SHA256, digest, new BigInteger(63, random).setBit(62));
    }

    private List<Diagnosis> judge(TimeStampRequest question, byte[] bytes, Duration took)
            throws IOException, GeneralSecurityException {
        TimeStampResponse answer;
        try {
            answer = new TimeStampResponse(bytes);
        } catch (TSPException | IOException | RuntimeException unreadable) {
            return List.of(WHO.garbage(unreadable));
        }
        TimeStampToken token = answer.getTimeStampToken();
        if (token == null) {
            return List.of(WHO.error(
                    "REFUSES",
                    new Bilingual(
                            "từ chối cấp dấu: " + answer.getStatusString(), "refuses: " + answer.getStatusString()),
                    new Bilingual("Hỏi đơn vị cấp về quyền dùng.", "Ask its operators about our account.")));
        }
        try {
            answer.validate(question);
        } catch (TSPException other) {
            return List.of(WHO.garbage(other));
        }
        return judge(token, took);
    }

    private List<Diagnosis> judge(TimeStampToken token, Duration took) throws IOException, GeneralSecurityException {
        List<X509CertificateHolder> sent = List.copyOf(token.getCertificates().getMatches(null));
        Optional<X509CertificateHolder> own =
                sent.stream().filter(token.getSID()::match).findFirst();
        if (own.isEmpty()) {
            return List.of(WHO.untrusted(new GeneralSecurityException("no certificate was sent")));
        }
        List<Diagnosis> found = new ArrayList<>();
        Instant now = clock.now();
        DaysLeft.judge(
                        WHO.area(),
                        new Bilingual("Chứng thư của máy chủ dấu thời gian", "The time-stamp authority's certificate"),
                        own.get().getNotBefore().toInstant(),
                        own.get().getNotAfter().toInstant(),
                        now)
                .ifPresent(found::add);
        if (found.stream().noneMatch(one -> one.severity() == Diagnosis.Severity.ERROR)) {
            try {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(own.get()));
                new AnchoredChain(TrustList.read(settings.trust())).path(own.get(), sent, now);
            } catch (GeneralSecurityException | TSPException | OperatorCreationException untrue) {
                found.add(WHO.untrusted(untrue));
            }
        }
        found.add(clock(
                Duration.between(now, token.getTimeStampInfo().getGenTime().toInstant()), took));
        return found;
    }

    private Diagnosis clock(Duration ahead, Duration took) {
        Duration most = settings.timeStamps().clockDifference();
        String off = ahead.toSeconds() + " s";
        if (ahead.abs().compareTo(most) > 0) {
            return WHO.error(
                    "CLOCK",
                    new Bilingual(
                            "có đồng hồ nhanh hơn máy này " + off + " (âm: chậm hơn).",
                            "has a clock that is " + off + " ahead of this machine's (negative: behind)."),
                    new Bilingual(
                            "So đồng hồ máy này với giờ chuẩn (timedatectl); nếu đúng, báo đơn vị cấp dấu.",
                            "Compare this machine with network time (timedatectl); if it is right, tell the authority."));
        }
        return Diagnosis.well(
                "TSA-ANSWERS",
                "Cấp dấu trong " + took.toMillis() + " ms, đồng hồ lệch " + off + ".",
                "Gave a time-stamp in " + took.toMillis() + " ms, its clock is " + off + " ahead.");
    }
}
