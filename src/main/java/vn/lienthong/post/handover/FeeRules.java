package vn.lienthong.post.handover;

import java.util.List;
import java.util.function.Predicate;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.CollectedBy;
import vn.lienthong.dossier.DossierContent.Fee;

/** Compares the money that the post says it took with what the dossier lists and the catalogue publishes. */
final class FeeRules {
    private FeeRules() {}

    static void judge(HandoverItem item, Procedure procedure, List<Reason> found) {
        DossierContent told = item.told();
        for (Fee fee : told.fees()) {
            procedure.fees().stream()
                    .filter(published -> published.code().equals(fee.code()))
                    .filter(published -> published.kind().equals("FEE"))
                    .filter(published -> amount(fee) > published.amount())
                    .findFirst()
                    .ifPresent(published -> found.add(Reason.discrepancy(
                            "HANDOVER-FEE-ABOVE",
                            "/dossier/fees",
                            "Lệ phí " + published.code() + " thu " + amount(fee) + " đồng, mức công bố là "
                                    + published.amount() + " đồng.",
                            "The fee " + published.code() + " is " + amount(fee) + " đồng, published are "
                                    + published.amount() + " đồng.")));
        }
        long due = due(told);
        Long collected = item.fees();
        if (collected == null ? due > 0 && marked(told) : collected != due && !published(told, procedure, collected)) {
            found.add(Reason.discrepancy(
                    "HANDOVER-FEES-DIFFER",
                    "/feesCollected",
                    "Bưu chính báo thu " + (collected == null ? "không rõ" : collected + " đồng") + ", hồ sơ ghi " + due
                            + " đồng.",
                    "The post reports " + (collected == null ? "nothing" : collected + " đồng")
                            + " collected, the dossier lists " + due + " đồng."));
        }
    }

    /** What the post should have collected: the fees marked as its own; where none is, all that were not paid online. */
    private static long due(DossierContent told) {
        Predicate<Fee> ours = marked(told)
                ? fee -> fee.collectedBy() == CollectedBy.POST
                : fee -> fee.collectedBy() != CollectedBy.ONLINE;
        return told.fees().stream().filter(ours).mapToLong(FeeRules::amount).sum();
    }

    private static boolean marked(DossierContent told) {
        return told.fees().stream().anyMatch(fee -> fee.collectedBy() == CollectedBy.POST);
    }

    /** Where the dossier lists no fees, one published amount or their sum is right, and so is none: many are exempt. */
    private static boolean published(DossierContent told, Procedure procedure, long collected) {
        if (marked(told)) {
            return false;
        }
        long sum = procedure.fees().stream().mapToLong(Procedure.Fee::amount).sum();
        return collected == 0
                || (told.fees().isEmpty()
                        && (collected == sum || procedure.fees().stream().anyMatch(fee -> fee.amount() == collected)));
    }

    private static long amount(Fee fee) {
        Long amount = fee.amount();
        return amount == null ? 0 : amount;
    }
}
