package vn.lienthong.citizen.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/paper-ledger}: by month, agency and procedure, how many papers nobody had to bring, beside the target. */
@RestController
class LedgerController {
    private static final int MOST_MONTHS = 60;

    private final LedgerRepository rows;
    private final LedgerProperties settings;
    private final Rights rights;
    private final Agencies agencies;
    private final GatewayClock clock;

    LedgerController(
            LedgerRepository rows, LedgerProperties settings, Rights rights, Agencies agencies, GatewayClock clock) {
        this.rows = rows;
        this.settings = settings;
        this.rights = rights;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/v1/paper-ledger")
    View ledger(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String procedureCode,
            Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        LocalDate last = month("/to", to, clock.today());
        LocalDate first = month("/from", from, last.minusMonths(11));
        if (first.isBefore(last.minusMonths(MOST_MONTHS))) {
            throw invalid("/from");
        }
        String asked = QueryText.of(agency);
        List<String> seen = rows.agencies(first, last).stream()
                .filter(code -> asked == null || agencies.isSelfOrBelow(asked, code))
                .filter(code -> rights.maySee(caller, List.of(code)))
                .toList();
        List<Line> lines = rows.sums(first, last, seen, QueryText.of(procedureCode)).stream()
                .map(sum -> line(sum, agencies.name(sum.agency())))
                .toList();
        return new View(settings.target(), total(lines), lines);
    }

    private Line line(LedgerRepository.Sum sum, String name) {
        return line(
                YearMonth.from(sum.month()).toString(),
                sum.agency(),
                name,
                sum.procedureCode(),
                List.of(sum.dossiers(), sum.papers(), sum.avoided(), sum.asked()));
    }

    private Line total(List<Line> lines) {
        return line(
                null,
                null,
                null,
                null,
                List.of(
                        lines.stream().mapToInt(Line::dossiers).sum(),
                        lines.stream().mapToInt(Line::papers).sum(),
                        lines.stream().mapToInt(Line::avoided).sum(),
                        lines.stream().mapToInt(Line::couldBeAsked).sum()));
    }

    private Line line(
            @Nullable String month,
            @Nullable String agency,
            @Nullable String name,
            @Nullable String procedure,
            List<Integer> amounts) {
        int papers = amounts.get(1);
        Double share = papers == 0 ? null : Math.round(1000.0 * amounts.get(2) / papers) / 1000.0;
        return new Line(
                month,
                agency,
                name,
                procedure,
                amounts.get(0),
                papers,
                amounts.get(2),
                amounts.get(3),
                share,
                share == null ? null : share >= settings.target());
    }

    private static LocalDate month(String pointer, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise.withDayOfMonth(1);
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() < 2000 || month.getYear() > 9999) {
                throw invalid(pointer);
            }
            return month.atDay(1);
        } catch (DateTimeException unreadable) {
            throw invalid(pointer);
        }
    }

    private static ProblemException invalid(String pointer) {
        return new ProblemException(Problem.at(
                422,
                "FIELD-FORM",
                pointer,
                "Tháng viết là yyyy-MM, trong vòng 5 năm.",
                "A month is written yyyy-MM, within five years."));
    }

    record View(double target, Line total, List<Line> items) {}

    /**
     * One sum.
     *
     * @param couldBeAsked papers for which a register could have been asked and was not
     * @param share avoided of all; none where no paper is required
     */
    record Line(
            @Nullable String month,
            @Nullable String agency,
            @Nullable String agencyName,
            @Nullable String procedureCode,
            int dossiers,
            int papers,
            int avoided,
            int couldBeAsked,
            @Nullable Double share,
            @Nullable Boolean reached) {}
}
