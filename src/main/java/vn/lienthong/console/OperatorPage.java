package vn.lienthong.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.access.SecondFactors;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.ProblemException;

/** {@code /operators}: who may sign in, in which role and how; an administrator helps who lost a phone. */
@Controller
class OperatorPage {
    private static final Bilingual PROVIDER = new Bilingual("Nơi đăng nhập của tỉnh", "The province's provider");
    private static final Bilingual PASSWORD = new Bilingual("Mật khẩu", "Password");
    private static final Bilingual TWO_STEPS = new Bilingual("Mật khẩu và mã", "Password and code");
    private static final Bilingual TO_BE_SET_UP = new Bilingual(
            "Mật khẩu; phải cài bước hai khi vào lần tới", "Password; must set a second factor up next time");

    private final SecondFactors factors;

    OperatorPage(SecondFactors factors) {
        this.factors = factors;
    }

    @GetMapping("/operators")
    String show(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        page.addAttribute("closed", desk.closed(Act.RESET_SECOND_FACTOR));
        page.addAttribute(
                "rows",
                factors.holders().stream().map(holder -> Row.of(holder, desk)).toList());
        return "console/operators";
    }

    @PostMapping("/operators/{id}/reset-second-factor")
    String reset(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.RESET_SECOND_FACTOR);
        try {
            factors.reset(id, caller, Input.reason(reason));
            Flash.done(
                    after,
                    desk,
                    "Đã đặt lại. Người này vào bằng mật khẩu và cài lại bước hai.",
                    "It is reset. This person signs in with the password and sets a second factor up again.");
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return "redirect:/operators";
    }

    /** An operator as a line of a table. */
    record Row(
            String id,
            String name,
            String role,
            String how,
            @Nullable Moment since,
            @Nullable String left,
            @Nullable Moment lockedUntil,
            @Nullable String resetAddress) {
        static Row of(SecondFactors.Holder holder, Desk desk) {
            Caller operator = holder.operator();
            Instant openFrom = holder.openFrom();
            boolean locked = openFrom != null && openFrom.isAfter(desk.now());
            boolean own = operator.clientId().equals(desk.caller().clientId());
            return new Row(
                    operator.clientId(),
                    operator.displayName(),
                    operator.role() == null ? "" : desk.say(operator.role().title()),
                    desk.say(how(holder)),
                    desk.moment(holder.since()),
                    holder.since() == null ? null : desk.number(holder.recoveryLeft()),
                    locked ? desk.moment(openFrom) : null,
                    holder.since() == null || own ? null : address(operator.clientId()));
        }

        private static Bilingual how(SecondFactors.Holder holder) {
            if (!holder.password()) {
                return PROVIDER;
            }
            return holder.since() != null ? TWO_STEPS : holder.required() ? TO_BE_SET_UP : PASSWORD;
        }

        private static String address(String operator) {
            return UriComponentsBuilder.fromPath("/operators")
                    .pathSegment("{id}", "reset-second-factor")
                    .encode()
                    .buildAndExpand(operator)
                    .toUriString();
        }
    }
}
