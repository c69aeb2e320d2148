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

    /** Takes the parcels and dossiers of accepted items, in the caller's transaction; says of the others why not. */
    List<Judged> take(List<Judged> items) {
        List<Judged> byParcel = take(
                items,
                one -> parcel(one.item().parcelNumber()),
                Reason.rejected(
                        "HANDOVER-PARCEL-CLAIMED",
                        "/parcelNumber",
                        "Bưu gửi này đã được bàn giao bằng một bản kê khác.",
                        "This parcel was handed over with another manifest."));
        List<Judged> byDossier = take(byParcel, Claims::dossier, claimedTwice());
        release(byDossier);
        return byDossier;
    }

    /** Takes a dossier for an item that got its number later; false where another item has it. */
    boolean take(String dossierNumber, UUID item) {
        return !claims.take(Map.of(dossier(dossierNumber), item)).isEmpty();
    }

    /** Gives back what items hold that are not accepted after all. */
    void release(List<Judged> items) {
        claims.release(
                items.stream().filter(one -> !one.accepted()).map(Judged::id).toList());
    }

    private List<Judged> take(List<Judged> items, Function<Judged, @Nullable String> name, Reason otherwise) {
        Map<String, UUID> wanted = new HashMap<>();
        for (Judged one : items) {
            String claim = one.accepted() ? name.apply(one) : null;
            if (claim != null) {
                wanted.put(claim, one.id());
            }
        }
        Set<String> got = claims.take(wanted);
        List<Judged> after = new ArrayList<>(items.size());
        for (Judged one : items) {
            String claim = one.accepted() ? name.apply(one) : null;
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
        return "dossier:" + number;
    }
}
