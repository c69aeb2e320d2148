package vn.lienthong.post.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;

/** Lets each parcel and each dossier be handed over once, whichever manifest comes first. */
@Component
class Claims {
    static final String CLAIMED_TWICE = "HANDOVER-DOSSIER-CLAIMED";

    private static final String DOSSIER = "dossier:";

    private final ParcelClaimRepository claims;

    Claims(ParcelClaimRepository claims) {
        this.claims = claims;
    }

    static Reason claimedTwice() {
        return Reason.discrepancy(
                CLAIMED_TWICE,
                "/dossierNumber",
                "Hồ sơ này đã được bàn giao bằng một bưu gửi khác.",
                "This dossier was handed over with another parcel.");
    }

    /**
     * Takes the parcels of items that are handed over and the dossiers of those accepted, in the caller's transaction; says of
     * the others why not. A parcel that had a discrepancy and belongs to no dossier yet passes to its client's next telling of it.
     */
    List<Judged> take(List<Judged> items, String client) {
        List<Judged> byParcel = take(
                items,
                one -> one.handedOver() ? parcel(one.item().parcelNumber()) : null,
                wanted -> claims.takeOver(wanted, client),
                Reason.rejected(
                        "HANDOVER-PARCEL-CLAIMED",
                        "/parcelNumber",
                        "Bưu gửi này đã được bàn giao bằng một bản kê khác.",
                        "This parcel was handed over with another manifest."));
        List<Judged> byDossier =
                take(byParcel, one -> one.accepted() ? dossier(one) : null, claims::take, claimedTwice());
        release(byDossier);
        return byDossier;
    }

    /** Takes a dossier for an item that got its number later; false where another item has it. */
    boolean take(String dossierNumber, UUID item) {
        return !claims.take(Map.of(dossier(dossierNumber), item)).isEmpty();
    }

    /** Gives back what items hold that came to less after all: those not handed over all of it, the others the dossier. */
    void release(List<Judged> items) {
        claims.release(
                items.stream().filter(one -> !one.handedOver()).map(Judged::id).toList(), "");
        claims.release(
                items.stream()
                        .filter(one -> one.handedOver() && !one.accepted())
                        .map(Judged::id)
                        .toList(),
                DOSSIER);
    }

    private static List<Judged> take(
            List<Judged> items,
            Function<Judged, @Nullable String> name,
            Function<Map<String, UUID>, Set<String>> taking,
            Reason otherwise) {
        Map<String, UUID> wanted = new HashMap<>();
        for (Judged one : items) {
            String claim = name.apply(one);
            if (claim != null) {
                wanted.put(claim, one.id());
            }
        }
        Set<String> got = taking.apply(wanted);
        List<Judged> after = new ArrayList<>(items.size());
        for (Judged one : items) {
            String claim = name.apply(one);
            after.add(claim == null || got.contains(claim) ? one : one.with(otherwise));
        }
        return after;
    }

    private static String parcel(String number) {
        return "parcel:" + number;
    }

    private static @Nullable String dossier(Judged one) {
        DossierNumber number = one.number();
        return number == null ? null : dossier(number.value());
    }

    private static String dossier(String number) {
        return DOSSIER + number;
    }
}
