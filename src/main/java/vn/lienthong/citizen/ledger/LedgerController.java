package vn.lienthong.citizen.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/paper-ledger}: by month, agency and procedure, how many papers nobody had to bring, beside the target. */
@RestController
class LedgerController {
    private static final int MOST_MONTHS = 60;

    private final LedgerSums sums;
    private final Rights rights;

    LedgerController(LedgerSums sums, Rights rights) {
        this.sums = sums;
        this.rights = rights;
    }

    @GetMapping("/v1/paper-ledger")
    LedgerView ledger(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String procedureCode,
            Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        LocalDate last = month("/to", to, sums.month());
        LocalDate first = month("/from", from, last.minusMonths(11));
        if (first.isBefore(last.minusMonths(MOST_MONTHS))) {
            throw invalid("/from");
        }
        return sums.of(first, last, QueryText.of(agency), QueryText.of(procedureCode), caller);
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
}
