package vn.lienthong.post.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.inbox.Inbox;
import vn.lienthong.inbox.InboxEvent;
import vn.lienthong.inbox.Receiver;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Tells the agencies what was handed over to them, and their people what must be compared with the papers. */
@Component
class HandoverNews {
    static final String HANDED_OVER = "vn.lienthong.post.handed-over.v1";
    private static final String DISCREPANCY = "POST-DISCREPANCY";

    private final Inbox inbox;
    private final WorkItems workItems;

    HandoverNews(Inbox inbox, WorkItems workItems) {
        this.inbox = inbox;
        this.workItems = workItems;
    }

    /** Tells of everything but rejected items, in the caller's transaction. */
    void tell(Draft draft, List<Judged> items) {
        List<InboxEvent> events = new ArrayList<>();
        for (Judged one : items) {
            if (one.verdict() != Verdict.REJECTED) {
                one.item().agencies().forEach(agency -> events.add(event(draft, one, agency)));
            }
        }
        inbox.tell(events);
        workItems.open(findings(draft, items));
    }

    private static InboxEvent event(Draft draft, Judged one, String agency) {
        HandoverItem item = one.item();
        DossierNumber number = item.number();
        String text = number == null ? null : number.value();
        return new InboxEvent(
                new Receiver.OfAgency(agency),
                HANDED_OVER,
                text == null ? "parcel:" + item.parcelNumber() : text,
                draft.signedAt().toInstant(),
                new HandedOver(
                        draft.manifest().number(),
                        item.parcelNumber(),
                        text,
                        agency,
                        one.verdict(),
                        draft.signedAt(),
                        one.id(),
                        item.fees(),
                        one.reasons().stream()
                                .map(reason -> new Told(reason.code(), reason.message()))
                                .toList(),
                        item.told()));
    }

    /** One for each dossier; parcels without a number share one for each agency. */
    private static List<NewWorkItem> findings(Draft draft, List<Judged> items) {
        List<NewWorkItem> found = new ArrayList<>();
        Map<String, Integer> unnumbered = new TreeMap<>();
        for (Judged one : items) {
            boolean twice =
                    one.reasons().stream().anyMatch(reason -> reason.code().equals(Claims.CLAIMED_TWICE));
            boolean over =
                    one.reasons().stream().anyMatch(reason -> reason.code().equals("HANDOVER-DOSSIER-OVER"));
            if (one.verdict() == Verdict.DISCREPANCY || over) {
                String agency = one.item().told().competentAgency();
                DossierNumber number = one.number();
                if (number == null) {
                    unnumbered.merge(agency, 1, Integer::sum);
                } else {
                    found.add(new NewWorkItem(
                            twice ? Claims.CLAIMED_TWICE : DISCREPANCY,
                            number.value(),
                            agency,
                            null,
                            null,
                            detail(draft, one)));
                }
            }
        }
        unnumbered.forEach((agency, count) ->
                found.add(new NewWorkItem(DISCREPANCY, null, agency, null, null, detail(draft, count))));
        return found;
    }

    private static Bilingual detail(Draft draft, Judged one) {
        List<Reason> grave = one.reasons().stream()
                .filter(reason -> reason.verdict() != Verdict.ACCEPTED)
                .limit(5)
                .toList();
        String parcel = one.item().parcelNumber();
        String manifest = draft.manifest().number();
        return new Bilingual(
                "Bưu gửi " + parcel + " trong bản kê " + manifest + " cần đối chiếu: "
                        + grave.stream().map(reason -> reason.message().vi()).collect(Collectors.joining(" ")),
                "Parcel " + parcel + " of manifest " + manifest + " must be compared with its papers: "
                        + grave.stream().map(reason -> reason.message().en()).collect(Collectors.joining(" ")));
    }

    private static Bilingual detail(Draft draft, int count) {
        String manifest = draft.manifest().number();
        return new Bilingual(
                count + " bưu gửi chưa có mã hồ sơ trong bản kê " + manifest + " cần đối chiếu với giấy tờ.",
                count + " parcels without a dossier number in manifest " + manifest
                        + " must be compared with their papers.");
    }

    /** Data of {@value #HANDED_OVER}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HandedOver(
            String manifestNumber,
            String parcelNumber,
            @Nullable String dossierNumber,
            String agency,
            Verdict verdict,
            OffsetDateTime submittedAt,
            UUID evidenceId,
            @Nullable Long feesCollected,
            List<Told> reasons,
            DossierContent dossier) {}

    /** Why, as the agency reads it. */
    record Told(String code, Bilingual message) {}
}
