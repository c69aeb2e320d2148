package vn.lienthong.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.access.Act;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/** {@code /dossiers/{number}}: where it stands, everything that happened to it, what went where. */
@Controller
class DossierPage {
    private static final int WORK_ITEMS = 100;

    private final DossierRegister register;
    private final Deliveries deliveries;
    private final WorkItems workItems;

    DossierPage(DossierRegister register, Deliveries deliveries, WorkItems workItems) {
        this.register = register;
        this.deliveries = deliveries;
        this.workItems = workItems;
    }

    @GetMapping("/dossiers/{number}")
    String show(@PathVariable String number, @ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        DossierRecord record = register.find(number)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier.")));
        DossierContent content = register.content(record).orElse(null);
        boolean open = desk.sees(number);
        List<Delivery> sent = deliveries.ofDossier(number);
        page.addAttribute("row", DossierRow.of(record, desk));
        page.addAttribute("version", record.version());
        page.addAttribute("revision", record.revision());
        page.addAttribute("facts", content == null ? List.of() : DossierFacts.of(content, open, desk));
        page.addAttribute("hasState", content != null);
        page.addAttribute("open", open);
        page.addAttribute("base", Links.dossier(number));
        page.addAttribute("closedReveal", desk.closed(Act.REVEAL));
        page.addAttribute("closedEdit", desk.closed(Act.EDIT_AND_RESEND));
        page.addAttribute(
                "deliveries",
                sent.stream().map(each -> DeliveryRow.of(each, desk)).toList());
        page.addAttribute("timeline", timeline(number, sent, open, desk));
        return "console/dossier";
    }

    private List<TimelineEntry> timeline(String number, List<Delivery> sent, boolean open, Desk desk) {
        List<TimelineEntry> entries = new ArrayList<>();
        register.history(number).forEach(event -> entries.add(TimelineEntry.of(event, open, desk)));
        List<Attempt> attempts =
                deliveries.attempts(sent.stream().map(Delivery::id).toList());
        for (Attempt attempt : attempts) {
            sent.stream()
                    .filter(delivery -> delivery.id() == attempt.deliveryId())
                    .forEach(delivery -> entries.add(TimelineEntry.of(delivery, attempt, desk)));
        }
        workItems
                .search(new WorkItemFilter(number, null, null, null, null, WORK_ITEMS))
                .items()
                .forEach(item -> entries.add(TimelineEntry.of(item, desk)));
        entries.sort(Comparator.comparing(TimelineEntry::when));
        return entries;
    }
}
