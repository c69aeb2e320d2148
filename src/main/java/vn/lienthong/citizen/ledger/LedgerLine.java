package vn.lienthong.citizen.ledger;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.ledger.LedgerRepository.Sum;

/**
 * One sum.
 *
 * @param month {@code yyyy-MM}
 * @param couldBeAsked papers for which a register could have been asked and was not
 * @param share avoided of all; none where no paper is required
 */
public record LedgerLine(
        @Nullable String month,
        @Nullable String agency,
        @Nullable String agencyName,
        @Nullable String procedureCode,
        int dossiers,
        int papers,
        int avoided,
        int couldBeAsked,
        @Nullable Double share,
        @Nullable Boolean reached) {

    static LedgerLine of(Sum sum, String name, double target) {
        String month = java.time.YearMonth.from(sum.month()).toString();
        return line(month, sum.agency(), name, sum.procedureCode(), List.of(sum), target);
    }

    private static LedgerLine line(
            @Nullable String month,
            @Nullable String agency,
            @Nullable String name,
            @Nullable String procedure,
            Collection<Sum> sums,
            double target) {
        int papers = sums.stream().mapToInt(Sum::papers).sum();
        int avoided = sums.stream().mapToInt(Sum::avoided).sum();
        Double share = papers == 0 ? null : Math.round(1000.0 * avoided / papers) / 1000.0;
        return new LedgerLine(
                month,
                agency,
                name,
                procedure,
                sums.stream().mapToInt(Sum::dossiers).sum(),
                papers,
                avoided,
                sums.stream().mapToInt(Sum::asked).sum(),
                share,
                share == null ? null : share >= target);
    }

    static LedgerLine total(Collection<Sum> sums, double target) {
        return line(null, null, null, null, sums, target);
    }

    static LedgerLine ofMonth(String month, Collection<Sum> sums, double target) {
        return line(month, null, null, null, sums, target);
    }

    static LedgerLine ofAgency(String agency, String name, Collection<Sum> sums, double target) {
        return line(null, agency, name, null, sums, target);
    }

    static LedgerLine ofProcedure(String procedure, Collection<Sum> sums, double target) {
        return line(null, null, null, procedure, sums, target);
    }
}
