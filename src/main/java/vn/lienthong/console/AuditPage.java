package vn.lienthong.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.AuditTrail;
import vn.lienthong.kernel.Page;

/** {@code /audit}: who did what by hand, when and why; who opened whose data. */
@Controller
class AuditPage {
    private static final int ROWS = 50;

    private final AuditTrail trail;

    AuditPage(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String show(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable UUID after,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        String by = Input.condition(who);
        String did = Input.condition(act);
        String to = Input.condition(subject);
        Page<AuditTrail.Entry> found = trail.search(new AuditTrail.Filter(by, did, to, after, ROWS));
        page.addAttribute("who", by);
        page.addAttribute("act", did);
        page.addAttribute("subject", to);
        page.addAttribute(
                "rows",
                found.items().stream().map(entry -> AuditRow.of(entry, desk)).toList());
        page.addAttribute(
                "next",
                found.next() == null
                        ? null
                        : Links.to("/audit", "who", by, "act", did, "subject", to, "after", found.next()));
        return "console/audit";
    }
}
