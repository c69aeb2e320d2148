package vn.lienthong.console;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Opens the personal data of one dossier to a lead for five minutes: written down with the reason before anything is shown. */
@Controller
class RevealPage {
    private final DossierRegister register;
    private final Audit audit;

    RevealPage(DossierRegister register, Audit audit) {
        this.register = register;
        this.audit = audit;
    }

    @PostMapping("/dossiers/{number}/reveal")
    String open(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            HttpServletRequest request,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.REVEAL);
        if (register.find(number).isEmpty()) {
            throw new ProblemException(
                    Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier."));
        }
        try {
            audit.record(caller, "dossier.reveal", "dossier:" + number, Input.reason(reason), Audit.Outcome.DONE);
            Reveal.open(request.getSession(), number, desk.now());
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return back(number);
    }

    @PostMapping("/dossiers/{number}/conceal")
    String close(@PathVariable String number, HttpServletRequest request) {
        Reveal.close(request.getSession());
        return back(number);
    }

    private static String back(String number) {
        return "redirect:" + Links.dossier(number);
    }
}
