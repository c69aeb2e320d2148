package vn.lienthong.inspection;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.inspection.Inspected.Outcome;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.CertificateFact;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.SignatureVerdict.Indication;
import vn.lienthong.signing.Verification;
import vn.lienthong.signing.Verifier;

/** Looks at a document that somebody brought: a container of evidence, or anything that carries signatures inside. */
@Component
class Inspector {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy (XXX)");

    private final Verifier verifier;
    private final Evidences evidences;

    Inspector(Verifier verifier, Evidences evidences) {
        this.verifier = verifier;
        this.evidences = evidences;
    }

    Inspected look(byte[] document) {
        String sha256 = HexFormat.of().formatHex(Sha256.of(document));
        try {
            return PdfBurden.tooHeavy(document)
                    ? tooHeavy(sha256)
                    : evidences.look(document, sha256).orElseGet(() -> signatures(document, sha256));
        } catch (OutOfMemoryError burst) {
            return tooHeavy(sha256); // what it took is free again with this call's end
        }
    }

    static Inspected tooHeavy(String sha256) {
        return new Inspected(
                Outcome.UNREADABLE,
                sha256,
                List.of(),
                List.of(
                        new Bilingual(
                                "Tài liệu bị mã hóa hoặc bung ra quá lớn, trang này không kiểm tra được; hãy dùng phần mềm trên máy.",
                                "The document is encrypted or unpacks to too much for this page; use a program on your own machine.")));
    }

    private Inspected signatures(byte[] document, String sha256) {
        return switch (verifier.verifyForStranger(new Content("document", document))) {
            case Verification.Judged judged -> judged(judged, sha256);
            case Verification.Unsigned none -> new Inspected(Outcome.UNSIGNED, sha256, List.of(), List.of(none.why()));
            case Verification.Unreadable odd ->
                new Inspected(
                        Outcome.UNREADABLE,
                        sha256,
                        List.of(),
                        List.of(new Bilingual(
                                "Trang này kiểm tra tệp PDF, XML, .asice và .p7m có chữ ký số bên trong.",
                                "This page verifies PDF, XML, .asice and .p7m files with signatures inside.")));
        };
    }

    private static Inspected judged(Verification.Judged judged, String sha256) {
        List<Inspected.Signature> all =
                judged.signatures().stream().map(Inspector::signature).toList();
        Outcome worst = all.stream()
                .map(Inspected.Signature::outcome)
                .max(Enum::compareTo)
                .orElse(Outcome.UNSIGNED);
        boolean whole = judged.signatures().stream().anyMatch(SignatureVerdict::coversAll);
        if (worst == Outcome.GOOD && !whole) {
            return new Inspected(
                    Outcome.BAD,
                    sha256,
                    all,
                    List.of(new Bilingual(
                            "Có phần của tài liệu không được chữ ký nào bảo vệ: có thể đã thêm sau khi ký.",
                            "A part of the document is covered by no signature: it may have been added later.")));
        }
        return new Inspected(worst, sha256, all, List.of());
    }

    private static Inspected.Signature signature(SignatureVerdict verdict) {
        CertificateFact own = verdict.chain().isEmpty() ? null : verdict.chain().getFirst();
        return new Inspected.Signature(
                outcome(verdict.indication()),
                own == null ? verdict.signer() : own.subject(),
                own == null ? null : own.issuer(),
                verdict.form(),
                time(verdict.claimedAt()),
                verdict.stamped() ? time(verdict.provenAt()) : null,
                verdict.findings());
    }

    private static Outcome outcome(Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED -> Outcome.GOOD;
            case INDETERMINATE -> Outcome.OPEN;
            case TOTAL_FAILED -> Outcome.BAD;
        };
    }

    static @Nullable String time(@Nullable Instant when) {
        return when == null ? null : TIME.format(when.atZone(GatewayClock.ZONE));
    }
}
