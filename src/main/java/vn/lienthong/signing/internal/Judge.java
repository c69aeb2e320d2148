package vn.lienthong.signing.internal;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.Verification;

/** Judges signatures. */
public final class Judge {
    private final Helpers helpers;
    private final GatewayClock clock;
    private final ValidationPolicy policy;

    Judge(Helpers helpers, GatewayClock clock) {
        this.helpers = helpers;
        this.clock = clock;
        this.policy = Policy.load();
    }

    /** Judges every signature of a document; {@code contents} are what it signs from outside. */
    public Verification verify(Content document, List<Content> contents) {
        try {
            return read(validate(document, contents));
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
