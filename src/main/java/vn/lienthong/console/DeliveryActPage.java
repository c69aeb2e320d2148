package vn.lienthong.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.delivery.OperatorActs;
import vn.lienthong.kernel.ProblemException;

/** Retry, cancel and mark done for one delivery; the page of the delivery then tells what came of it. */
@Controller
class DeliveryActPage {
    private final OperatorActs acts;

    DeliveryActPage(OperatorActs acts) {
        this.acts = acts;
    }

    @PostMapping("/deliveries/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        return act(HandAct.RETRY, id, reason, null, caller, desk, after);
    }

    @PostMapping("/deliveries/{id}/cancel")
    String cancel(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        return act(HandAct.CANCEL, id, reason, null, caller, desk, after);
    }

    @PostMapping("/deliveries/{id}/mark-done")
    String markDone(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String evidence,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        return act(HandAct.MARK_DONE, id, reason, evidence == null ? "" : evidence, caller, desk, after);
    }

    private String act(
            HandAct act,
            long id,
            @Nullable String reason,
            @Nullable String evidence,
            Caller caller,
            Desk desk,
            RedirectAttributes after) {
        try {
            desk.rights().requireAct(caller, act.forOne());
            acts.act(act, id, caller, Input.reason(reason), evidence == null ? null : Input.evidence(evidence));
            Flash.done(
                    after,
                    desk,
                    act.forOne().title().vi() + ": đã ghi nhận.",
                    act.forOne().title().en() + ": noted.");
        } catch (ProblemException refused) {
            if (refused.problem().status() == 403 || refused.problem().status() == 404) {
                throw refused;
            }
            Flash.refused(after, desk, refused.problem());
        }
        return "redirect:/deliveries/" + id;
    }
}
