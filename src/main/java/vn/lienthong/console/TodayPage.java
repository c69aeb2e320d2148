package vn.lienthong.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.delivery.tally.Tally;
import vn.lienthong.partner.Partners;

/** {@code /}: what waits for whom, what needs a person, what is broken now. */
@Controller
class TodayPage {
    private final Backlog backlog;
    private final Partners partners;
    private final PartnerFlow flow;
    private final Troubles troubles;
    private final Tally tally;
    private final SavedViews views;

    TodayPage(Backlog backlog, Partners partners, PartnerFlow flow, Troubles troubles, Tally tally, SavedViews views) {
        this.backlog = backlog;
        this.partners = partners;
        this.flow = flow;
        this.troubles = troubles;
        this.tally = tally;
        this.views = views;
    }

    @GetMapping("/")
    String show(
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            @ModelAttribute(name = ShelfSurroundings.ARRIVAL, binding = false) boolean arrival,
            Model page) {
        Optional<SavedView> start = arrival ? views.start(caller) : Optional.empty();
        if (start.isPresent()) {
            return "redirect:" + start.get().query().link();
        }
        Backlog.Count count = backlog.now();
        Map<String, List<Long>> days = tally.lastDay();
        page.addAttribute("counted", Objects.requireNonNull(desk.moment(count.at())));
        page.addAttribute(
                "partners",
                partners.all().keySet().stream()
                        .map(partner -> PartnerLine.of(
                                partner,
                                count,
                                flow.hold(partner).orElse(null),
                                partners.breaker(partner).getState(),
                                Spark.of(days.get(partner), desk),
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
