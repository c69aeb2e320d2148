package vn.lienthong.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.Reason;
import vn.lienthong.kernel.Page;
import vn.lienthong.partner.Partners;

/** {@code /deliveries}: what was or is to be sent, by filter, as a list or by cause. */
@Controller
class DeliveryListPage {
    private static final int ROWS = 50;

    private final Deliveries deliveries;
    private final Backlog backlog;
    private final Partners partners;

    DeliveryListPage(Deliveries deliveries, Backlog backlog, Partners partners) {
        this.deliveries = deliveries;
        this.backlog = backlog;
        this.partners = partners;
    }

    @GetMapping("/deliveries")
    String show(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        DeliveryQuery query = DeliveryQuery.of(partner, state, reason, agency, dossier, from, until);
        boolean grouped = "reason".equals(group);
        page.addAttribute("query", query);
        page.addAttribute("grouped", grouped);
        page.addAttribute("partners", partners.all().keySet());
        page.addAttribute("states", DeliveryState.values());
        page.addAttribute(
                "reasons", List.of(Reason.values()).stream().map(Reason::code).toList());
        page.addAttribute("listLink", query.link(null, null));
        page.addAttribute("groupLink", query.link(null, "reason"));
        if (grouped) {
            page.addAttribute("incidents", Incident.of(backlog.groups(query.filter(null, 0)), query.agency(), desk));
        } else {
            Page<Delivery> found = deliveries.search(query.filter(after, ROWS));
            page.addAttribute(
                    "rows",
                    found.items().stream()
                            .map(delivery -> DeliveryRow.of(delivery, desk))
                            .toList());
            page.addAttribute("next", found.next() == null ? null : query.link(found.next(), null));
            page.addAttribute("first", after == null ? null : query.link(null, null));
            page.addAttribute("verbs", BulkVerb.all(desk));
        }
        return "console/deliveries";
    }
}
