package vn.lienthong.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.bulk.BulkAction;
import vn.lienthong.delivery.bulk.BulkActions;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /bulk-actions}: who ordered what for how many, how far it is, what became of each. */
@Controller
class BulkPage {
    private static final int ROWS = 50;

    private final BulkActions actions;

    BulkPage(BulkActions actions) {
        this.actions = actions;
    }

    @GetMapping("/bulk-actions")
    String list(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        page.addAttribute(
                "rows",
                actions.latest(ROWS).stream()
                        .map(action -> BulkRow.of(action, actions.conditions(action), desk))
                        .toList());
        return "console/bulk-actions";
    }

    @GetMapping("/bulk-actions/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "0") long after,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        BulkAction action = find(id);
        BulkAction.Outcome wanted = Input.choice(BulkAction.Outcome.class, outcome);
        var items = actions.items(id, wanted, after, ROWS + 1);
        BulkRow row = BulkRow.of(action, actions.conditions(action), desk);
        page.addAttribute("row", row);
        page.addAttribute("id", id);
        page.addAttribute("closed", desk.closed(action.act().forMany()));
        page.addAttribute(
                "items",
                items.stream().limit(ROWS).map(item -> ItemRow.of(item, desk)).toList());
        page.addAttribute("outcome", outcome);
        page.addAttribute(
                "next",
                items.size() > ROWS
                        ? Links.to(
                                row.href(),
                                "outcome",
                                outcome,
                                "after",
                                items.get(ROWS - 1).deliveryId())
                        : null);
        page.addAttribute("live", row.running());
        return "console/bulk-action";
    }

    @PostMapping("/bulk-actions/{id}/stop")
    String stop(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, find(id).act().forMany());
        try {
            actions.stop(id, caller, Input.reason(reason));
            Flash.done(after, desk, "Đã dừng; việc đã làm vẫn giữ nguyên.", "Stopped; what was done stays done.");
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return "redirect:/bulk-actions/" + id;
    }

    private BulkAction find(UUID id) {
        return actions.find(id)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404, "BULK-NOT-FOUND", "Không có lệnh hàng loạt này.", "There is no such bulk action.")));
    }

    /** What became of one delivery. */
    record ItemRow(
            long id,
            String href,
            String outcome,
            @Nullable String code,
            @Nullable Moment at) {
        static ItemRow of(BulkAction.Item item, Desk desk) {
            BulkAction.Outcome outcome = item.outcome();
            return new ItemRow(
                    item.deliveryId(),
                    "/deliveries/" + item.deliveryId(),
                    outcome == null ? "WAITING" : outcome.name(),
                    item.code(),
                    desk.moment(item.at()));
        }
    }
}
