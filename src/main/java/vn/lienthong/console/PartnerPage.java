package vn.lienthong.console;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.flow.Hold;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.MaintenanceWindow;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;
import vn.lienthong.platform.routes.Flows;

/** {@code /partners}: how each partner is called, what holds it back, and the map of all flows. */
@Controller
class PartnerPage {
    private final Partners partners;
    private final PartnerFlow flow;
    private final Flows flows;
    private final Backlog backlog;
    private final CatalogueOrder catalogue;

    PartnerPage(Partners partners, PartnerFlow flow, Flows flows, Backlog backlog, CatalogueOrder catalogue) {
        this.catalogue = catalogue;
        this.partners = partners;
        this.flow = flow;
        this.flows = flows;
        this.backlog = backlog;
    }

    @GetMapping("/partners")
    String show(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        page.addAttribute(
                "partners",
                partners.all().entrySet().stream()
                        .map(entry -> Row.of(
                                entry.getKey(),
                                entry.getValue(),
                                flow.hold(entry.getKey()).orElse(null),
                                partners.breaker(entry.getKey()).getState(),
                                desk))
                        .toList());
        page.addAttribute("closed", desk.closed(Act.PAUSE));
        page.addAttribute("catalogue", catalogue.last(desk));
        page.addAttribute("pullClosed", desk.closed(Act.PULL));
        page.addAttribute("map", FlowMap.of(flows.now(), backlog.now().groups(), desk));
        return "console/partners";
    }

    @PostMapping("/partners/{id}/pause")
    String pause(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.PAUSE);
        try {
            flow.pause(id, caller, Input.reason(reason));
            Flash.done(after, desk, "Đã tạm dừng gửi tới " + id + ".", "Sending to " + id + " is paused.");
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return back();
    }

    @PostMapping("/partners/{id}/resume")
    String resume(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.PAUSE);
        try {
            flow.resume(id, caller, Input.reason(reason));
            Flash.done(after, desk, "Đã cho gửi tiếp tới " + id + ".", "Sending to " + id + " goes on.");
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return back();
    }

    @PostMapping("/partners/portal/catalogue")
    String pull(
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.PULL);
        try {
            catalogue.pull(caller, Input.reason(reason));
            Flash.done(after, desk, "Danh mục sẽ được lấy trong ít giây.", "The catalogue is pulled in a few seconds.");
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return "redirect:/partners";
    }

    private String back() {
        flow.refresh();
        return "redirect:/partners";
    }

    /** A partner with its limits and what holds it back. */
    record Row(
            String id,
            String kinds,
            String breaker,
            @Nullable String held,
            @Nullable String heldBy,
            @Nullable Moment heldSince,
            @Nullable String heldReason,
            boolean paused,
            List<String> maintenance,
            int batch,
            int concurrency,
            @Nullable Double callsPerSecond,
            @Nullable Integer callsAtOnce,
            long readTimeout) {
        static Row of(String id, Partner partner, @Nullable Hold hold, CircuitBreaker.State breaker, Desk desk) {
            return new Row(
                    id,
                    String.join(", ", partner.kinds()),
                    breaker.name(),
                    hold == null ? null : desk.say(hold.cause().text()),
                    hold == null ? null : hold.by(),
                    hold == null ? null : desk.moment(hold.since()),
                    hold == null ? null : hold.reason(),
                    hold != null && hold.cause() == Hold.Cause.PAUSED,
                    partner.maintenance().stream().map(Row::words).toList(),
                    partner.batch(),
                    partner.concurrency(),
                    partner.callsPerSecond(),
                    partner.callsAtOnce(),
                    partner.readTimeout().toSeconds());
        }

        private static String words(MaintenanceWindow window) {
            String days = window.days().isEmpty() ? "" : " " + window.days();
            String first = window.firstDay() == null ? "" : " ≥ " + window.firstDay();
            String last = window.lastDay() == null ? "" : " ≤ " + window.lastDay();
            return window.from() + "–" + window.until() + days + first + last;
        }
    }
}
