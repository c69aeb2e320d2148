package vn.lienthong.console;

import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.partner.Partners;

/** {@code /}: what waits for whom, what needs a person, what is broken now. */
@Controller
class TodayPage {
    private final Backlog backlog;
    private final Partners partners;
    private final PartnerFlow flow;
    private final Troubles troubles;

    TodayPage(Backlog backlog, Partners partners, PartnerFlow flow, Troubles troubles) {
        this.backlog = backlog;
        this.partners = partners;
        this.flow = flow;
        this.troubles = troubles;
    }

    @GetMapping("/")
    String show(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        Backlog.Count count = backlog.now();
        page.addAttribute("counted", Objects.requireNonNull(desk.moment(count.at())));
        page.addAttribute(
                "partners",
                partners.all().keySet().stream()
                        .map(partner -> PartnerLine.of(
                                partner,
                                count,
                                flow.hold(partner).orElse(null),
                                partners.breaker(partner).getState(),
                                desk))
                        .toList());
        page.addAttribute(
                "incidents",
                Incident.of(count.groups().stream().filter(Incident::isTrouble).toList(), null, desk));
        page.addAttribute("troubles", troubles.now(desk));
        page.addAttribute("live", true);
        return "console/today";
    }
}
