package vn.lienthong.signing.internal;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.Verification;

/** Judges signatures. */
public final class Judge {
    private final Helpers helpers;
    private final GatewayClock clock;
    private final ValidationPolicy policy;
    private final Deadline deadline;

    Judge(Helpers helpers, GatewayClock clock, Deadline deadline) {
        this.helpers = helpers;
        this.clock = clock;
        this.deadline = deadline;
        this.policy = Policy.load();
    }

    /** Judges every signature of a document; {@code contents} are what it signs from outside. Refuses with 503 while busy. */
    public Verification verify(Content document, List<Content> contents) {
        try {
            return deadline.within(() -> judge(document, contents));
        } catch (Deadline.Overrun late) {
            return new Verification.Unreadable(new Bilingual(
                    "“" + document.name() + "” kiểm tra quá lâu nên đã dừng.",
                    "Verifying '" + document.name() + "' took too long and was given up."));
        } catch (Deadline.Busy taken) {
            throw new ProblemException(Problem.of(
                    503,
                    "GATEWAY-BUSY",
                    "Đang kiểm tra nhiều chữ ký, hãy gửi lại sau ít giây.",
                    "Many signatures are being verified; come again in a few seconds."));
        }
    }

    private Verification judge(Content document, List<Content> contents) {
        try {
            Screening.pass(document);
            return read(ServiceFiles.remembered(() -> validate(document, contents)));
        } catch (Refusal refused) {
            return new Verification.Unreadable(refused.why());
        } catch (RuntimeException | StackOverflowError unreadable) {
            // parsers meet whatever anybody sends, and their ways to give up are beyond counting
            return new Verification.Unreadable(new Bilingual(
                    "“" + document.name() + "” không phải tài liệu có thể mang chữ ký: " + unreadable.getMessage(),
                    "'" + document.name() + "' is no document that can carry a signature: " + unreadable.getMessage()));
        }
    }

    private Reports validate(Content document, List<Content> contents) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(Documents.of(document));
        validator.setCertificateVerifier(helpers.verifier());
        validator.setSignaturePolicyProvider(helpers.policies());
        validator.setValidationTime(Date.from(clock.now()));
        validator.setLocale(Locale.ENGLISH);
        if (!contents.isEmpty()) {
            validator.setDetachedContents(Documents.of(contents));
        }
        return validator.validateDocument(policy);
    }

    private static Verification read(Reports reports) {
        VerdictReader reader = new VerdictReader(reports);
        List<SignatureVerdict> verdicts = reports.getSimpleReport().getSignatureIdList().stream()
                .map(reader::read)
                .toList();
        if (verdicts.isEmpty()) {
            return new Verification.Unsigned(
                    new Bilingual("Tài liệu không có chữ ký số.", "The document carries no signature."));
        }
        return new Verification.Judged(verdicts);
    }
}
