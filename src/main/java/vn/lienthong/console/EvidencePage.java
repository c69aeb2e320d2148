package vn.lienthong.console;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /evidence/{id}}: one message that crossed the wall, as far as it concerns the dossier it is looked at for. */
@Controller
class EvidencePage {
    private final Evidence evidence;

    EvidencePage(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/evidence/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dossier,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        Message message = evidence.find(id)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404, "EVIDENCE-NOT-FOUND", "Không có bằng chứng này.", "There is no such evidence.")));
        String own = message.dossierNumber();
        String number = own != null ? own : String.valueOf(QueryText.of(dossier));
        page.addAttribute("id", id);
        page.addAttribute("message", message);
        page.addAttribute("dossier", number);
        page.addAttribute("dossierHref", number.isEmpty() ? null : Links.dossier(number));
        // a message about many is never opened whole: what is open is one dossier
        boolean open = own != null && desk.sees(own);
        page.addAttribute("open", open);
        page.addAttribute("text", MessageText.of(message.bytes(), number, open));
        return "console/evidence";
    }
}
