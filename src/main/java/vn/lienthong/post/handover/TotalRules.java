package vn.lienthong.post.handover;

import java.util.ArrayList;
import java.util.List;

/** Compares what the manifest's maker counted and summed up with what its items come to. */
final class TotalRules {
    private TotalRules() {}

    static List<Reason> judge(Manifest manifest, List<ItemFacts> items) {
        List<Reason> found = new ArrayList<>();
        Integer counted = manifest.itemCount();
        if (counted != null && counted != items.size()) {
            found.add(Reason.discrepancy(
                    "HANDOVER-TOTAL-COUNT",
                    "/itemCount",
                    "Bản kê ghi " + counted + " bưu gửi, liệt kê " + items.size() + ".",
                    "The manifest states " + counted + " items and lists " + items.size() + "."));
        }
        Long summed = manifest.feesTotal();
        long fees = items.stream().mapToLong(ItemFacts::fees).sum();
        if (summed != null && summed != fees) {
            found.add(Reason.discrepancy(
                    "HANDOVER-TOTAL-FEES",
                    "/feesTotal",
                    "Bản kê ghi tổng thu " + summed + " đồng, các bưu gửi cộng lại " + fees + " đồng.",
                    "The manifest states " + summed + " đồng of fees, its items come to " + fees + " đồng."));
        }
        return found;
    }
}
