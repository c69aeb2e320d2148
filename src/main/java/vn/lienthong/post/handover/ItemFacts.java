package vn.lienthong.post.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.dossier.DossierNumber;

/** One item. */
record ItemFacts(
        int place,
        @Nullable String parcelNumber,
        @Nullable String dossierNumber,
        @Nullable String procedureCode,
        @Nullable String procedure,
        @Nullable String applicant,
        @Nullable String agency,
        int papers,
        long fees,
        Verdict verdict,
        UUID evidenceId,
        List<Reason> reasons) {
    static ItemFacts of(Judged one, Catalogue catalogue, LocalDate today) {
        HandoverItem item = one.read().item();
        DossierNumber number = one.number();
        Long fees = item == null ? null : item.fees();
        return new ItemFacts(
                one.read().place(),
                one.read().parcelNumber(),
                number == null ? null : number.value(),
                item == null ? null : item.told().procedureCode(),
                item == null ? null : name(item, number == null ? today : number.received(), catalogue),
                item == null ? null : item.told().applicant().name(),
                item == null ? null : item.told().competentAgency(),
                item == null ? 0 : item.told().documents().size(),
                fees == null ? 0 : fees,
                one.verdict(),
                one.id(),
                one.reasons());
    }

    private static @Nullable String name(HandoverItem item, LocalDate on, Catalogue catalogue) {
        return catalogue
                .procedures()
                .find(item.told().procedureCode(), on)
                .map(Procedure::name)
                .orElse(null);
    }
}
