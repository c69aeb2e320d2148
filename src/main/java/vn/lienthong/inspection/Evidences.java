package vn.lienthong.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.Leaf;
import vn.lienthong.evidence.container.StrictZip;
import vn.lienthong.evidence.verify.ContainerCheck;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.evidence.verify.Seals;
import vn.lienthong.inspection.Inspected.Outcome;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.OfflineVerifier;

/** Looks at containers of evidence. */
@Component
class Evidences {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** A stranger's container may unpack to so much, of whatever kind it is. */
    private static final long MOST = 8L << 20;

    private final OfflineVerifier verifier;
    private final GatewayClock clock;

    Evidences(OfflineVerifier verifier, GatewayClock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /** What is to be told; empty for whatever is no container of evidence. */
    Optional<Inspected> look(byte[] document, String sha256) {
        if (!isZip(document)) {
            return Optional.empty();
        }
        StrictZip.Contents zip = StrictZip.read(document, MOST);
        if (zip.findings().contains("ZIP-BOMB")) {
            return Optional.of(Inspector.tooHeavy(sha256));
        }
        if (!holdsCheckpoints(zip)) {
            return Optional.empty();
        }
        Report report = new ContainerCheck(new Seals(verifier), List.of(), clock.now()).check("document", zip);
        Outcome outcome = outcome(report);
        Inspected.Signature seal = new Inspected.Signature(
                outcome, report.signer(), null, "ASiC-E", null, Inspector.time(report.stampedAt()), report.findings());
        return Optional.of(new Inspected(outcome, sha256, List.of(seal), notes(report)));
    }

    private static Outcome outcome(Report report) {
        if (!report.passed()) {
            return Outcome.BAD;
        }
        return report.timeIsOpen() ? Outcome.OPEN : Outcome.GOOD;
    }

    private static List<Bilingual> notes(Report report) {
        List<Bilingual> notes = new ArrayList<>();
        Leaf leaf = report.leaf();
        if (leaf != null) {
            notes.add(new Bilingual(
                    "Gói bằng chứng của bản tin " + leaf.id() + ", lúc " + Inspector.time(leaf.at()) + ".",
                    "Evidence of the message " + leaf.id() + ", at " + Inspector.time(leaf.at()) + "."));
        }
        if (report.renewedAt() != null) {
            notes.add(new Bilingual(
                    "Dấu thời gian được gia hạn lúc " + Inspector.time(report.renewedAt()) + ".",
                    "The time-stamp was renewed at " + Inspector.time(report.renewedAt()) + "."));
        }
        notes.add(new Bilingual(
                "Hãy đối chiếu tên bên ký: mọi chứng thư dưới gốc được tin đều ký được. Trang này không hỏi tình trạng thu hồi"
                        + " của chứng thư bằng chứng.",
                "Compare the signer's name: anybody with a certificate below the believed roots could have signed. For"
                        + " evidence this page does not ask about revocation."));
        return notes;
    }

    private static boolean isZip(byte[] document) {
        return document.length > ZIP.length && java.util.Arrays.equals(document, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    private static boolean holdsCheckpoints(StrictZip.Contents zip) {
        return zip.files().keySet().stream().anyMatch(name -> name.startsWith("checkpoint-"));
    }
}
