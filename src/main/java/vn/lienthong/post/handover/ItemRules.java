package vn.lienthong.post.handover;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.GatewayClock;

/** What a clerk would check at the table: the procedure, its published papers, the files, the counts, the times. */
@Component
class ItemRules {
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final Catalogue catalogue;
    private final ContentRules rules;
    private final GatewayClock clock;

    ItemRules(Catalogue catalogue, ContentRules rules, GatewayClock clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Everything to be said of this item alone.
     *
     * @param signedAt when the record is signed, the legal time of submission
     * @param held the files that the post handed in
     */
    List<Reason> judge(HandoverItem item, OffsetDateTime handedOverAt, OffsetDateTime signedAt, Set<Sha256Name> held) {
        LocalDate on = item.number() == null ? clock.today() : item.number().received();
        Procedure procedure = catalogue
                .procedures()
                .find(item.told().procedureCode(), on)
                .orElseThrow(() -> new IllegalStateException("An unknown procedure is refused before"));
        List<Reason> found = new ArrayList<>();
        if (!procedure.receivedByPost()) {
            found.add(Reason.rejected(
                    "HANDOVER-NOT-BY-POST",
                    "/dossier/procedureCode",
                    "Thủ tục " + procedure.code() + " không nhận qua bưu chính.",
                    "The procedure " + procedure.code() + " is not received by post."));
        }
        papers(item, procedure, found);
        files(item, held, found);
        FeeRules.judge(item, procedure, found);
        rules.identity(item.told())
                .ifPresent(suspicion -> found.add(new Reason(
                        "HANDOVER-IDENTITY", "/dossier/applicant/personalId", suspicion.text(), Verdict.DISCREPANCY)));
        times(item, procedure, handedOverAt, signedAt, found);
        if (item.told().status() != DossierStatus.REGISTERED) {
            found.add(Reason.note(
                    "HANDOVER-STATUS-NOT-TAKEN",
                    "/dossier/status",
                    "Hồ sơ được ghi là mới đăng ký; tiếp nhận và xử lý do cơ quan báo.",
                    "The dossier is noted as registered; its agency tells of acceptance and processing."));
        }
        return found;
    }

    private static void papers(HandoverItem item, Procedure procedure, List<Reason> found) {
        List<DossierContent.Document> papers = item.told().documents().stream()
                .filter(paper -> !Boolean.TRUE.equals(paper.deleted()))
                .toList();
        Set<String> there = papers.stream()
                .map(DossierContent.Document::componentCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (Procedure.Component component : procedure.components()) {
            // what a register holds need not be handed in
            boolean needed = component.required() && component.notNeededWhenHeldBy() == null;
            if (needed && !there.contains(component.code())) {
                found.add(Reason.discrepancy(
                        "HANDOVER-COMPONENT-MISSING",
                        "/documents",
                        "Thiếu giấy tờ bắt buộc " + component.code() + " (" + component.name() + ").",
                        "The required paper " + component.code() + " (" + component.name() + ") is missing."));
            }
        }
        there.stream()
                .filter(code -> procedure.component(code).isEmpty())
                .sorted()
                .forEach(code -> found.add(Reason.discrepancy(
                        "HANDOVER-COMPONENT-UNPUBLISHED",
                        "/documents",
                        "Giấy tờ " + code + " không có trong thành phần hồ sơ đã công bố của thủ tục.",
                        "The paper " + code + " is not among the published components of the procedure.")));
        Integer counted = item.papers();
        if (counted != null && counted != papers.size()) {
            found.add(Reason.discrepancy(
                    "HANDOVER-COUNT-DIFFERS",
                    "/paperCount",
                    "Bưu chính đếm " + counted + " giấy tờ, bản kê liệt kê " + papers.size() + ".",
                    "The post counted " + counted + " papers, the manifest lists " + papers.size() + "."));
        }
    }

    private static void files(HandoverItem item, Set<Sha256Name> held, List<Reason> found) {
        item.files().stream()
                .filter(file -> !held.contains(file))
                .forEach(file -> found.add(Reason.discrepancy(
                        "HANDOVER-ATTACHMENT-MISSING",
                        "/documents",
                        "Tệp sha256:" + file.hex() + " chưa được bưu chính tải lên.",
                        "The file sha256:" + file.hex() + " was not handed in by the post.")));
    }

    private static void times(
            HandoverItem item,
            Procedure procedure,
            OffsetDateTime handedOverAt,
            OffsetDateTime signedAt,
            List<Reason> found) {
        OffsetDateTime told = item.told().submittedAt();
        if (told != null && told.isAfter(handedOverAt.plus(CLOCKS_DIFFER_BY))) {
            found.add(Reason.discrepancy(
                    "HANDOVER-TIME",
                    "/dossier/submittedAt",
                    "Người dân nộp sau khi bưu chính đã giao.",
                    "The applicant submitted after the post had handed over."));
        }
        String last = procedure.processing().nextDayAfter();
        if (last != null
                && signedAt.atZoneSameInstant(GatewayClock.ZONE).toLocalTime().isAfter(LocalTime.parse(last))) {
            found.add(Reason.note(
                    "HANDOVER-AFTER-HOURS",
                    null,
                    "Nhận sau " + last + ": thời hạn tính từ ngày làm việc tiếp theo.",
                    "Received after " + last + ": the term counts from the next working day."));
        }
    }
}
