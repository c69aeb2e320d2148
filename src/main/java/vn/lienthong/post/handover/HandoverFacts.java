package vn.lienthong.post.handover;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.dossier.DossierNumber;

/**
 * A hand-over as it was decided: what the answer tells and the record prints.
 *
 * @param giver the post as the caller is called
 * @param digest of the manifest's content, in hexadecimal
 * @param reasons what was found about the manifest as a whole; changes no item
 */
record HandoverFacts(
        UUID id,
        String manifestNumber,
        String giver,
        String postOffice,
        OffsetDateTime handedOverAt,
        OffsetDateTime signedAt,
        String digest,
        List<Reason> reasons,
        List<ItemFacts> items) {
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

    static HandoverFacts of(Draft draft, List<Judged> items, Catalogue catalogue) {
        LocalDate today = draft.signedAt().toLocalDate();
        List<ItemFacts> facts =
                items.stream().map(one -> ItemFacts.of(one, catalogue, today)).toList();
        Manifest manifest = draft.manifest();
        return new HandoverFacts(
                draft.id(),
                manifest.number(),
                draft.caller().displayName(),
                manifest.postOffice(),
                manifest.handedOverAt(),
                draft.signedAt(),
                HexFormat.of().formatHex(draft.digest()),
                TotalRules.judge(manifest, facts),
                facts);
    }

    long count(Verdict verdict) {
        return items.stream().filter(item -> item.verdict() == verdict).count();
    }

    /** The fees that came along with what was handed over. */
    long fees() {
        return items.stream()
                .filter(item -> item.verdict() != Verdict.REJECTED)
                .mapToLong(ItemFacts::fees)
                .sum();
    }
}
