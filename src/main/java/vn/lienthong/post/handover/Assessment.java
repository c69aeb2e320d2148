package vn.lienthong.post.handover;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.document.Attachments;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.kernel.Ids;

/** Judges the items of a manifest, each for itself and against its neighbours. */
@Component
class Assessment {
    private final ItemRules rules;
    private final Attachments attachments;

    Assessment(ItemRules rules, Attachments attachments) {
        this.rules = rules;
        this.attachments = attachments;
    }

    /** Every item in its place, with what was found about it. */
    List<Judged> of(List<ReadItem> items, Manifest manifest, OffsetDateTime signedAt, Caller caller) {
        Set<Sha256Name> named = items.stream()
                .map(ReadItem::item)
                .filter(java.util.Objects::nonNull)
                .flatMap(item -> item.files().stream())
                .collect(Collectors.toSet());
        Set<Sha256Name> held = attachments.inHand(caller, named);
        Set<String> parcels = new HashSet<>();
        Set<String> dossiers = new HashSet<>();
        List<Judged> judged = new ArrayList<>(items.size());
        for (ReadItem read : items) {
            List<Reason> found = new ArrayList<>(read.reasons());
            HandoverItem item = read.item();
            if (item != null) {
                found.addAll(rules.judge(item, manifest.handedOverAt(), signedAt, held));
            }
            Judged one = new Judged(Ids.next(), read, List.copyOf(found));
            judged.add(against(one, parcels, dossiers));
        }
        return judged;
    }

    /** The first of two with one parcel or one dossier has it, provided that it is accepted. */
    private static Judged against(Judged one, Set<String> parcels, Set<String> dossiers) {
        String parcel = one.read().parcelNumber();
        if (parcel != null && !parcels.add(parcel)) {
            return one.with(Reason.rejected(
                    "HANDOVER-PARCEL-REPEATED",
                    "/parcelNumber",
                    "Bưu gửi này đã có trước đó trong cùng bản kê.",
                    "The manifest names this parcel before."));
        }
        DossierNumber number = one.number();
        if (number != null && one.accepted() && !dossiers.add(number.value())) {
            return one.with(Claims.claimedTwice());
        }
        return one;
    }
}
