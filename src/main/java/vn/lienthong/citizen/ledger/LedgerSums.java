package vn.lienthong.citizen.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.citizen.ledger.LedgerRepository.Sum;
import vn.lienthong.kernel.GatewayClock;

/** Sums of the ledger, of the agencies that the one who asks may see. Months are their first days. */
@Component
public class LedgerSums {
    private final LedgerRepository rows;
    private final LedgerProperties settings;
    private final Rights rights;
    private final Agencies agencies;
    private final GatewayClock clock;

    LedgerSums(LedgerRepository rows, LedgerProperties settings, Rights rights, Agencies agencies, GatewayClock clock) {
        this.rows = rows;
        this.settings = settings;
        this.rights = rights;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The month that this day is in. */
    public LocalDate month() {
        return clock.today().withDayOfMonth(1);
    }

    /** Each sum, and all of them. */
    public LedgerView of(
            LocalDate from, LocalDate to, @Nullable String agency, @Nullable String procedureCode, Caller caller) {
        List<Sum> sums = sums(from, to, agency, procedureCode, caller);
        double target = settings.target();
        return new LedgerView(
                target,
                LedgerLine.total(sums, target),
                sums.stream()
                        .map(sum -> LedgerLine.of(sum, agencies.name(sum.agency()), target))
                        .toList());
    }

    /** The same by month, by agency and by procedure, each for itself. */
    public Digest digest(LocalDate from, LocalDate to, @Nullable String agency, Caller caller) {
        List<Sum> sums = sums(from, to, agency, null, caller);
        double target = settings.target();
        return new Digest(
                target,
                LedgerLine.total(sums, target),
                lines(
                        sums,
                        sum -> YearMonth.from(sum.month()).toString(),
                        (month, of) -> LedgerLine.ofMonth(month, of, target)),
                lines(sums, Sum::agency, (code, of) -> LedgerLine.ofAgency(code, agencies.name(code), of, target)),
                lines(sums, Sum::procedureCode, (code, of) -> LedgerLine.ofProcedure(code, of, target)));
    }

    private List<Sum> sums(
            LocalDate from, LocalDate to, @Nullable String agency, @Nullable String procedureCode, Caller caller) {
        List<String> seen = rows.agencies(from, to).stream()
                .filter(code -> agency == null || agencies.isSelfOrBelow(agency, code))
                .filter(code -> rights.maySee(caller, List.of(code)))
                .toList();
        return rows.sums(from, to, seen, procedureCode);
    }

    private static List<LedgerLine> lines(
            List<Sum> sums,
            Function<Sum, String> by,
            java.util.function.BiFunction<String, Collection<Sum>, LedgerLine> line) {
        Map<String, List<Sum>> groups =
                sums.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> line.apply(group.getKey(), group.getValue()))
                .toList();
    }

    /** The ledger in three cuts, each in the order of its names. */
    public record Digest(
            double target,
            LedgerLine total,
            List<LedgerLine> months,
            List<LedgerLine> agencies,
            List<LedgerLine> procedures) {}
}
