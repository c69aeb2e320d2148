package vn.lienthong.post.handover;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.lienthong.catalogue.Catalogue;

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
