package vn.lienthong.console;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryFilter;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.delivery.OperatorActs;
import vn.lienthong.delivery.Reason;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/** The first screen: what waits for whom, what was sent last, what a person should look at. */
@Controller
class DeliveryPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(GatewayClock.ZONE);
    private static final int ROWS = 50;

    private final Deliveries deliveries;
    private final OperatorActs acts;
    private final WorkItems workItems;
    private final Rights rights;

    DeliveryPage(Deliveries deliveries, OperatorActs acts, WorkItems workItems, Rights rights) {
        this.deliveries = deliveries;
        this.acts = acts;
        this.workItems = workItems;
        this.rights = rights;
    }

    @GetMapping("/")
    String show(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable Long after,
            Caller caller,
            Model page) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        DeliveryState wanted = Arrays.stream(DeliveryState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        Page<Delivery> found = deliveries.search(
                new DeliveryFilter(blankless(partner), wanted, null, blankless(dossier), after, ROWS));
        page.addAttribute("rows", found.items().stream().map(Row::of).toList());
        page.addAttribute("next", found.next());
        page.addAttribute("waiting", deliveries.waiting());
        page.addAttribute("states", DeliveryState.values());
        page.addAttribute("state", state);
        page.addAttribute("partner", partner);
        page.addAttribute("dossier", dossier);
        page.addAttribute("items", openItems());
        page.addAttribute("who", caller.displayName());
        page.addAttribute(
                "closed",
                rights.closedBecause(caller, Act.RETRY).map(Bilingual::vi).orElse(null));
        return "console/deliveries";
    }

    @PostMapping("/deliveries/{id}/retry")
    String retry(@PathVariable long id, @RequestParam String reason, Caller caller, RedirectAttributes after) {
        try {
            if (reason.isBlank() || reason.length() > 1000) {
                after.addFlashAttribute("bad", "Hãy ghi lý do gửi lại (tối đa 1000 ký tự).");
            } else {
                acts.act(HandAct.RETRY, id, caller, String.valueOf(QueryText.of(reason)), null);
                after.addFlashAttribute("good", "Đã đưa việc gửi " + id + " vào hàng chờ.");
            }
        } catch (ProblemException refused) {
            after.addFlashAttribute("bad", refused.problem().text().vi());
        }
        return "redirect:/";
    }

    private List<Finding> openItems() {
        return workItems.search(new WorkItemFilter(null, null, null, WorkItem.State.OPEN, null, ROWS)).items().stream()
                .map(item -> new Finding(
                        TIME.format(item.lastSeenAt()),
                        item.code(),
                        String.valueOf(item.dossierNumber()),
                        item.agency(),
                        item.detail().vi(),
                        item.occurrences()))
                .toList();
    }

    private static @Nullable String blankless(@Nullable String value) {
        return value == null || value.isBlank() ? null : QueryText.of(value.strip());
    }

    /** A delivery as a line of the table. */
    record Row(
            long id,
            String changedAt,
            String partner,
            String kind,
            String dossierNumber,
            DeliveryState state,
            int attempts,
            String why,
            boolean retryable) {
        static Row of(Delivery delivery) {
            String reason = delivery.reason();
            DeliveryState state = delivery.state();
            return new Row(
                    delivery.id(),
                    TIME.format(delivery.changedAt()),
                    delivery.partner(),
                    delivery.kind(),
                    delivery.dossierNumber(),
                    state,
                    delivery.attempts(),
                    reason == null ? "" : Reason.ofCode(reason).text().vi(),
                    state == DeliveryState.PARKED
                            || state == DeliveryState.REFUSED
                            || (state == DeliveryState.READY && delivery.attempts() > 0));
        }
    }

    /** A work item as a line of the table. */
    record Finding(String at, String code, String dossierNumber, String agency, String text, int times) {}
}
