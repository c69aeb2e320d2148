package vn.lienthong.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.Applicants;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/**
 * Finds a person's dossiers for an operator who says why. Who is looked for is typed into a form and stands in no address;
 * that it was done is written down, under a mark instead of the name, before anything is looked for.
 */
@Controller
class PersonSearchPage {
    private static final int SHOWN = 100;
    private static final int LONGEST = 200;

    private final Applicants applicants;
    private final Audit audit;

    PersonSearchPage(Applicants applicants, Audit audit) {
        this.applicants = applicants;
        this.audit = audit;
    }

    @PostMapping("/dossiers/by-person")
    String search(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            HttpServletRequest request,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.FIND_PERSON);
        try {
            String typed = typed(person);
            audit.record(
                    caller,
                    "dossier.find-person",
                    "person:" + applicants.markOf(typed),
                    Input.reason(reason),
                    Audit.Outcome.DONE);
            Applicants.Found found = applicants.find(typed);
            FoundDossiers kept = new FoundDossiers(
                    UUID.randomUUID().toString(),
                    desk.now().plus(FoundDossiers.LENGTH),
                    found.more() || found.dossiers().size() > SHOWN,
                    found.filling(),
                    found.dossiers().stream()
                            .limit(SHOWN)
                            .map(DossierRecord::number)
                            .toList());
            kept.keep(request.getSession());
            return "redirect:" + Links.to("/dossiers", "found", kept.token());
        } catch (QueryTimeoutException wide) {
            Flash.refused(after, desk, tooLong());
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return "redirect:/dossiers";
    }

    private static String typed(String person) {
        String typed = person.strip();
        if (typed.isEmpty() || typed.length() > LONGEST || !typed.matches(QueryText.WRITABLE)) {
            throw new ProblemException(Problem.of(
                    422,
                    "CONSOLE-PERSON",
                    "Hãy gõ họ tên hoặc số định danh (tối đa 200 ký tự).",
                    "Type the name or the personal number (at most 200 characters)."));
        }
        return typed;
    }

    private static Problem tooLong() {
        return Problem.of(
                503,
                "CONSOLE-PERSON-WIDE",
                "Tìm quá lâu vì quá nhiều người trùng. Hãy gõ đủ họ tên hoặc số định danh.",
                "This takes too long because too many people match. Type the whole name or the number.");
    }
}
