package vn.lienthong.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
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
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierJson;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.intake.Corrections;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * {@code /dossiers/{number}/edit}: a lead corrects the last full state and sends it as a new version, by the same way as
 * {@code POST /v1/dossiers/{n}/corrections}. First it is checked and compared, then sent with a reason; a dossier that got a
 * new version meanwhile is not overwritten.
 */
@Controller
class CorrectionPage {
    private final DossierRegister register;
    private final Corrections corrections;

    CorrectionPage(DossierRegister register, Corrections corrections) {
        this.register = register;
        this.corrections = corrections;
    }

    @GetMapping("/dossiers/{number}/edit")
    String edit(
            @PathVariable String number,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page,
            RedirectAttributes after) {
        DossierRecord record = require(number, caller);
        if (!desk.sees(number)) {
            Flash.refused(after, desk, revealFirst());
            return "redirect:" + Links.dossier(number);
        }
        return form(new Draft(number, record.version(), stored(record), null, null), desk, page);
    }

    /** Checks and compares; sends when asked to and nothing is wrong. */
    @PostMapping("/dossiers/{number}/edit")
    String submit(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable UUID key,
            @RequestParam(defaultValue = "false") boolean send,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page,
            RedirectAttributes after) {
        DossierRecord record = require(number, caller);
        Draft draft = new Draft(number, version, content.replace("\r\n", "\n"), reason, key);
        if (!desk.sees(number)) { // the comparison shows what is stored; what was typed is kept
            Flash.refused(page, desk, revealFirst());
            return form(draft, desk, page);
        }
        try {
            JsonNode dossier = StrictJson.read(draft.content().getBytes(StandardCharsets.UTF_8));
            corrections.check(number, dossier, caller);
            page.addAttribute(
                    "diff",
                    LineDiff.of(
                            stored(record).lines().toList(),
                            pretty(dossier).lines().toList()));
            requireSameVersion(record, version);
            if (!send) {
                page.addAttribute("checked", true);
                return form(draft, desk, page);
            }
            int sent = send(draft, dossier, caller);
            Flash.done(
                    after,
                    desk,
                    "Đã gửi bản sửa thành phiên bản " + sent + ".",
                    "The correction was sent as version " + sent + ".");
            return "redirect:" + Links.dossier(number);
        } catch (ProblemException refused) {
            Flash.refused(page, desk, refused.problem());
            page.addAttribute(
                    "errors",
                    refused.problem().errors().stream()
                            .map(error -> new Finding(error.pointer(), error.code(), desk.say(error.text())))
                            .toList());
            return form(draft, desk, page);
        }
    }

    private int send(Draft draft, JsonNode dossier, Caller caller) {
        ObjectNode body = DossierJson.mapper().createObjectNode();
        body.put("reason", Input.reason(draft.reason())).set("dossier", dossier);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        UUID key = draft.key();
        Outcome outcome = corrections.send(
                draft.number(),
                draft.version(),
                bytes,
                key == null ? null : key.toString(),
                "POST /v1/dossiers/" + draft.number() + "/corrections",
                caller);
        switch (outcome) {
            case Outcome.Replayed replayed -> {
                Intake.requireSame(replayed.answer());
                return draft.version() + 1;
            }
            case Outcome.Judged judged -> {
                if (judged.answer() instanceof DossierAnswer.Accepted accepted) {
                    return accepted.version();
                }
                throw new ProblemException(((DossierAnswer.Refused) judged.answer()).problem());
            }
        }
    }

    private DossierRecord require(String number, Caller caller) {
        corrections.requireOpen(number, caller);
        return register.find(number).orElseThrow();
    }

    private String stored(DossierRecord record) {
        return register.content(record)
                .map(content -> pretty(DossierJson.mapper().valueToTree(content)))
                .orElse("{}");
    }

    private static String pretty(JsonNode dossier) {
        try {
            return DossierJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(dossier);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree does not write as JSON", impossible);
        }
    }

    private static void requireSameVersion(DossierRecord record, int version) {
        if (record.version() != version) {
            throw new ProblemException(Problem.of(
                    409,
                    "CONSOLE-DOSSIER-MOVED",
                    "Hồ sơ vừa có phiên bản " + record.version() + " trong lúc sửa (bắt đầu từ " + version
                            + "). Hãy mở lại trang sửa để không ghi đè.",
                    "The dossier got version " + record.version() + " while this was edited (from " + version
                            + "). Open the editor afresh, so that nothing is overwritten."));
        }
    }

    private static Problem revealFirst() {
        return Problem.of(
                403,
                "CONSOLE-REVEAL-FIRST",
                "Hãy mở dữ liệu gốc (nêu lý do) trước khi sửa.",
                "Open the original data (with a reason) before editing.");
    }

    private static String form(Draft draft, Desk desk, Model page) {
        page.addAttribute("draft", draft.withKey());
        page.addAttribute("base", Links.dossier(draft.number()));
        page.addAttribute("closed", desk.closed(Act.EDIT_AND_RESEND));
        return "console/correction";
    }

    /**
     * What stands in the form.
     *
     * @param version the dossier's version that it began from
     * @param key makes a second press of the button the same correction
     */
    record Draft(
            String number,
            int version,
            String content,
            @Nullable String reason,
            @Nullable UUID key) {
        Draft withKey() {
            return key == null ? new Draft(number, version, content, reason, Ids.next()) : this;
        }
    }

    /** What is wrong, and where. */
    record Finding(String pointer, String code, String text) {}
}
