package vn.lienthong.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.delivery.bulk.BulkAction;
import vn.lienthong.delivery.bulk.BulkActions;
import vn.lienthong.delivery.bulk.BulkFilter;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * {@code /bulk-actions/new}: what an order would do, for how many, before it is given. The order is given only for the number
 * that was shown: has it changed meanwhile, the page asks again.
 */
@Controller
class BulkOrderPage {
    private static final int SAMPLE = 5;
    private static final List<String> CONDITIONS =
            List.of("partner", "kind", "state", "reason", "agency", "dossierNumber", BulkFilter.FROM, BulkFilter.UNTIL);

    private final BulkActions actions;
    private final Deliveries deliveries;

    BulkOrderPage(BulkActions actions, Deliveries deliveries) {
        this.actions = actions;
        this.deliveries = deliveries;
    }

    @GetMapping("/bulk-actions/new")
    String ask(
            @RequestParam MultiValueMap<String, String> asked,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        return show(asked, caller, desk, page);
    }

    @PostMapping("/bulk-actions/new")
    String order(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "-1") int counted,
            @RequestParam(name = "why", required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String evidence,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page,
            RedirectAttributes after) {
        HandAct act = act(asked);
        desk.rights().requireAct(caller, act.forMany());
        BulkFilter filter = filter(asked);
        try {
            String why = Input.reason(reason);
            String proof = act == HandAct.MARK_DONE ? Input.evidence(evidence) : null;
            int now = actions.count(act, filter, caller);
            if (now != counted) {
                throw new ProblemException(Problem.of(
                        409,
                        "BULK-COUNT-CHANGED",
                        "Số việc khớp đã đổi từ " + counted + " thành " + now + ". Hãy xem lại rồi xác nhận.",
                        "The number that match changed from " + counted + " to " + now
                                + ". Look again, then confirm."));
            }
            BulkAction given = actions.order(act, filter, caller, why, proof);
            Flash.done(
                    after,
                    desk,
                    "Đã nhận lệnh cho " + given.count() + " việc.",
                    "Ordered for " + given.count() + " deliveries.");
            return "redirect:/bulk-actions/" + given.id();
        } catch (ProblemException refused) {
            page.addAttribute("why", reason);
            page.addAttribute("evidence", evidence);
            Flash.refused(page, desk, refused.problem());
            return show(asked, caller, desk, page);
        }
    }

    private String show(MultiValueMap<String, String> asked, Caller caller, Desk desk, Model page) {
        HandAct act = act(asked);
        BulkFilter filter = filter(asked);
        page.addAttribute("act", act.name());
        page.addAttribute("verb", desk.say(act.forMany().title()));
        page.addAttribute("filter", FilterWords.of(filter.values(), desk));
        page.addAttribute("conditions", filter.values());
        page.addAttribute("count", actions.count(act, filter, caller));
        page.addAttribute("needsEvidence", act == HandAct.MARK_DONE);
        page.addAttribute(
                "sample",
                actions.first(act, filter, caller, SAMPLE).stream()
                        .flatMap(id -> deliveries.find(id).stream())
                        .map(delivery -> DeliveryRow.of(delivery, desk))
                        .toList());
        return "console/bulk-order";
    }

    private static HandAct act(MultiValueMap<String, String> asked) {
        HandAct act = Input.choice(HandAct.class, asked.getFirst("act"));
        if (act == null) {
            throw new ProblemException(
                    Problem.of(422, "BULK-ACTION", "Hãy chọn việc cần làm.", "Choose what is to be done."));
        }
        return act;
    }

    /** The deliveries that were ticked, or all that match the filter. */
    private static BulkFilter filter(MultiValueMap<String, String> asked) {
        Map<String, String> conditions = new TreeMap<>();
        if ("all".equals(asked.getFirst("scope"))) {
            CONDITIONS.forEach(name -> conditions.put(name, String.valueOf(asked.getFirst(name))));
            conditions.values().removeIf("null"::equals);
        } else {
            conditions.put(BulkFilter.IDS, String.join(",", asked.getOrDefault(BulkFilter.IDS, List.of())));
        }
        return BulkFilter.of(conditions);
    }
}
