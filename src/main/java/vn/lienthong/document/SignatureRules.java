package vn.lienthong.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.workitem.NewWorkItem;

/**
 * Which signatures a result should carry: the agency's always, a person's where the source names who signed. What is missing
 * or does not hold goes before the agency, never past it in silence.
 */
@Component
class SignatureRules {
    private final DocumentProperties settings;

    SignatureRules(DocumentProperties settings) {
        this.settings = settings;
    }

    /** Whether the agency's seal is to be put on it: asked for, and not there. */
    boolean toBeSealed(AttachedResult result, Signatures signatures) {
        return result.sealWanted() && signatures.state() != Signatures.State.BROKEN && !carriesAgencys(signatures);
    }

    /** What the agency should know. */
    List<NewWorkItem> findings(
            UUID event, String dossierNumber, String agency, AttachedResult result, Signatures signatures) {
        List<NewWorkItem> found = new ArrayList<>();
        switch (signatures.state()) {
            case BROKEN ->
                found.add(item(
                        "RESULT-SIGNATURE-BROKEN",
                        dossierNumber,
                        agency,
                        event,
                        "Chữ ký trên kết quả bị hỏng hoặc tài liệu đã bị sửa sau khi ký; kết quả được lưu nhưng không gửi đi"
                                + " đâu. Hãy gửi lại bản đúng." + reasons(signatures),
                        "A signature on the result is broken, or the document was changed after it was signed; it is kept and"
                                + " goes to nobody. Send the right one." + reasons(signatures)));
            case DOUBTFUL ->
                found.add(item(
                        "RESULT-SIGNATURE-DOUBTFUL",
                        dossierNumber,
                        agency,
                        event,
                        "Chưa xác minh được chữ ký trên kết quả; hãy kiểm tra." + reasons(signatures),
                        "A signature on the result could not be confirmed; check it." + reasons(signatures)));
            case NONE, PASSED -> {}
        }
        if (signatures.state() == Signatures.State.NONE && !result.sealWanted()) {
            found.add(item(
                    "RESULT-UNSIGNED",
                    dossierNumber,
                    agency,
                    event,
                    "Kết quả không có chữ ký số nào và không yêu cầu đóng dấu số.",
                    "The result carries no signature and no seal was asked for."));
        } else if (signatures.state() != Signatures.State.BROKEN) {
            missing(found, event, dossierNumber, agency, result, signatures);
        }
        return found;
    }

    private void missing(
            List<NewWorkItem> found,
            UUID event,
            String dossierNumber,
            String agency,
            AttachedResult result,
            Signatures signatures) {
        if (!result.sealWanted() && !carriesAgencys(signatures)) {
            found.add(item(
                    "RESULT-WITHOUT-SEAL",
                    dossierNumber,
                    agency,
                    event,
                    "Kết quả có chữ ký cá nhân nhưng thiếu chữ ký số của cơ quan.",
                    "The result carries a person's signature and lacks the agency's."));
        }
        boolean allSigned = result.signedBy().stream().allMatch(name -> carries(signatures, name));
        if (!allSigned) {
            found.add(item(
                    "RESULT-WITHOUT-SIGNER",
                    dossierNumber,
                    agency,
                    event,
                    "Kết quả thiếu chữ ký số của người được khai là đã ký.",
                    "The result lacks the signature of a person who is said to have signed it."));
        }
    }

    private boolean carriesAgencys(Signatures signatures) {
        return signatures.verdicts().stream().anyMatch(this::isAgencys);
    }

    private boolean isAgencys(SignatureVerdict verdict) {
        return verdict.passed()
                && !verdict.chain().isEmpty()
                && settings.agencyCertificate()
                        .matcher(verdict.chain().getFirst().subject())
                        .find();
    }

    private boolean carries(Signatures signatures, String person) {
        return signatures.verdicts().stream()
                .filter(verdict -> verdict.passed()
                        && !isAgencys(verdict)
                        && !verdict.chain().isEmpty())
                .anyMatch(
                        verdict -> folded(verdict.chain().getFirst().subject()).contains(folded(person)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String reasons(Signatures signatures) {
        return signatures.verdicts().stream()
                .filter(verdict -> !verdict.passed() && verdict.subIndication() != null)
                .map(verdict -> " [" + verdict.subIndication() + "]")
                .distinct()
                .reduce("", String::concat);
    }

    private static NewWorkItem item(
            String code, String dossierNumber, String agency, UUID event, String vi, String en) {
        return new NewWorkItem(code, dossierNumber, agency, null, event, new Bilingual(vi, en));
    }
}
