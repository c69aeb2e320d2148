package vn.lienthong.console;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.citizen.ledger.LedgerLine;
import vn.lienthong.citizen.ledger.LedgerSums;

/** {@code /paper-ledger}: how many papers nobody had to bring in the last twelve months, beside the target. */
@Controller
class LedgerPage {
    private static final int MONTHS = 12;

    private final LedgerSums sums;

    LedgerPage(LedgerSums sums) {
        this.sums = sums;
    }

    @GetMapping("/paper-ledger")
    String show(
            @RequestParam(required = false) @Nullable String agency,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        String of = Input.condition(agency);
        LocalDate last = sums.month();
        LedgerSums.Digest digest = sums.digest(last.minusMonths(MONTHS - 1), last, of, desk.caller());
        page.addAttribute("agency", of);
        page.addAttribute("target", percent(digest.target()));
        page.addAttribute("total", LedgerRow.of("", digest.total(), desk));
        page.addAttribute(
                "tables",
                List.of(
                        table("month", digest.months(), line -> month(line.month()), desk),
                        table("agency", digest.agencies(), LedgerLine::agencyName, desk),
                        table("procedure", digest.procedures(), LedgerLine::procedureCode, desk)));
        return "console/paper-ledger";
    }

    private static Table table(
            String cut, List<LedgerLine> lines, Function<LedgerLine, @Nullable String> name, Desk desk) {
        return new Table(
                cut,
                lines.stream()
                        .map(line -> LedgerRow.of(String.valueOf(name.apply(line)), line, desk))
                        .toList());
    }

    /** {@code 2026-11} as people write it. */
    private static String month(@Nullable String month) {
        return month == null ? "" : month.substring(5) + "/" + month.substring(0, 4);
    }

    static int percent(double share) {
        return (int) Math.round(100 * share);
    }

    /** The sums in one cut. */
    record Table(String cut, List<LedgerRow> rows) {}
}
