package vn.lienthong.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.delivery.tally.Tally;
import vn.lienthong.delivery.tally.TallyReport;
import vn.lienthong.partner.Partners;

/** {@code /charts}: how much was sent, how fast, what stood waiting and what was in time, hour by hour and by partner. */
@Controller
class ChartPage {
    private static final Map<String, Integer> PERIODS = Map.of("24h", 24, "7d", 168);

    private final Tally tally;
    private final Partners partners;

    ChartPage(Tally tally, Partners partners) {
        this.tally = tally;
        this.partners = partners;
    }

    @GetMapping("/charts")
    String show(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String partner,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        String wanted = Input.condition(partner);
        String one = wanted != null && partners.all().containsKey(wanted) ? wanted : null;
        String length = period != null && PERIODS.containsKey(period) ? period : "24h";
        TallyReport report = tally.report(PERIODS.getOrDefault(length, 24), one);
        Map<String, List<Long>> days = tally.lastDay();
        page.addAttribute("period", length);
        page.addAttribute("partner", one);
        page.addAttribute("partners", partners.all().keySet());
        page.addAttribute("charts", HourCharts.of(report.hours(), desk));
        page.addAttribute("total", ChartRow.of("", report.total(), null, desk));
        page.addAttribute("hours", HourRow.of(report.hours(), length.equals("24h") ? 1 : 6, desk));
        page.addAttribute(
                "rows",
                report.partners().entrySet().stream()
                        .map(entry -> ChartRow.of(entry.getKey(), entry.getValue(), days.get(entry.getKey()), desk))
                        .toList());
        page.addAttribute("counted", desk.moment(report.countedUntil()));
        return "console/charts";
    }
}
