package vn.lienthong.signing.internal;

import eu.europa.esig.dss.alert.StatusAlert;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalOutcome;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.Verification;

/** Puts another time-stamp over what was proven before. */
public final class Renewing {
    private final Helpers helpers;
    private final Supplier<Judge> judge;

    Renewing(Helpers helpers, Supplier<Judge> judge) {
        this.helpers = helpers;
        this.judge = judge;
    }

    /** A time-stamp that stands beside these bytes, or why there is none. */
    public RenewalOutcome stamp(byte[] content, RenewalProperties.Digest digest) {
        return attempt(() -> {
            byte[] hash = hash(content, digest);
            byte[] token = timeStamps()
                    .getTimeStampResponse(DigestAlgorithm.valueOf(digest.name()), hash)
                    .getBytes();
            TimeStampToken read = read(token);
            return new RenewalOutcome.Renewed(
                    token,
                    read.getTimeStampInfo().getGenTime().toInstant(),
                    life(read).orElseThrow());
        });
    }

    /** The document at level LTA with one more archive time-stamp, or why not. */
    public RenewalOutcome extend(
            SignatureFormat format, Content signed, List<Content> contents, RenewalProperties.Digest digest) {
        return attempt(() -> {
            byte[] bytes = new Extension(verifier(), timeStamps(), DigestAlgorithm.valueOf(digest.name()))
                    .extend(format, signed, contents);
            Content extended = new Content(signed.name(), bytes);
            return check(extended, contents).orElseGet(() -> {
                DocumentLife life = new DocumentLife(extended, contents);
                return new RenewalOutcome.Renewed(
                        bytes, life.stampedAt().orElseThrow(), life.read().orElseThrow());
            });
        });
    }

    /** What makes a document unfit for ever is told apart from what nobody answered to for now. */
    private CertificateVerifier verifier() {
        StatusAlert unfit = status -> {
            throw new Refusal(
                    Refusal.Kind.CONTENT,
                    "Không gia hạn được văn bản này: " + status.getErrorString(),
                    "This document cannot be renewed: " + status.getErrorString());
        };
        CertificateVerifier verifier = helpers.freshVerifier();
        verifier.setAlertOnRevokedCertificate(unfit);
        verifier.setAlertOnInvalidSignature(unfit);
        verifier.setAlertOnInvalidTimestamp(unfit);
        verifier.setAlertOnExpiredCertificate(unfit);
        return verifier;
    }

    /** What speaks against handing out what was made; a broken document never takes the place of a good one. */
    private Optional<RenewalOutcome> check(Content extended, List<Content> contents) {
        Verification verification = judge.get().verify(extended, contents);
        if (verification instanceof Verification.Judged judged && judged.passed()) {
            return Optional.empty();
        }
        String found = verification instanceof Verification.Judged judged
                ? judged.signatures().stream()
                        .filter(each -> !each.passed())
                        .map(SignatureVerdict::subIndication)
                        .map(String::valueOf)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : verification.getClass().getSimpleName();
        return Optional.of(new RenewalOutcome.Unsuitable(new Bilingual(
                "Sau khi gia hạn, chữ ký chưa kiểm tra đạt: " + found,
                "After renewal the signatures do not pass: " + found)));
    }

    /** How long the proofs in this document last. */
    public Optional<ProofLife> life(Content signed, List<Content> contents) {
        try {
            return new DocumentLife(signed, contents).read();
        } catch (RuntimeException unreadable) { // parsers' ways to give up are beyond counting
            return Optional.empty();
        }
    }

    /** How long the time-stamp over this detached signature lasts. */
    public Optional<ProofLife> lifeOfStamp(byte[] signature) {
        try {
            CMSSignedData cms = new CMSSignedData(signature);
            return StampReader.token(
                            cms.getSignerInfos().getSigners().iterator().next())
                    .flatMap(Renewing::life);
        } catch (CMSException | TSPException | IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    static TimeStampToken read(byte[] token) {
        try {
            return new TimeStampToken(new CMSSignedData(token));
        } catch (TSPException | CMSException | IOException unreadable) {
            throw new IllegalArgumentException("A time-stamp that was checked does not read", unreadable);
        }
    }

    static Optional<ProofLife> life(TimeStampToken token) {
        try {
            return StampLife.of(token);
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private TSPSource timeStamps() {
        return helpers.timeStamps()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.TIME_STAMP,
                        "Chưa đặt máy chủ dấu thời gian (lienthong.signing.time-stamps.url).",
                        "No time-stamp authority is set (lienthong.signing.time-stamps.url)."));
    }

    private static byte[] hash(byte[] content, RenewalProperties.Digest digest) {
        try {
            return MessageDigest.getInstance(digest.algorithm()).digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has " + digest.algorithm(), impossible);
        }
    }

    private static RenewalOutcome attempt(Supplier<RenewalOutcome> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return refusal.kind() == Refusal.Kind.TIME_STAMP
                    ? new RenewalOutcome.NoTimeStamp(refusal.why())
                    : new RenewalOutcome.Unsuitable(refusal.why());
        } catch (AlertException alert) {
            return new RenewalOutcome.NoRevocationData(new Bilingual(
                    "Thiếu dữ liệu về chứng thư: " + alert.getMessage(),
                    "Data about certificates are missing: " + alert.getMessage()));
        } catch (DSSException | IllegalInputException | IllegalArgumentException unsuitable) {
            return new RenewalOutcome.Unsuitable(new Bilingual(
                    "Không gia hạn được văn bản này: " + unsuitable.getMessage(),
                    "This document cannot be renewed: " + unsuitable.getMessage()));
        }
    }
}
