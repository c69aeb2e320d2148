package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.Caller;
import vn.lienthong.access.internal.factor.Factors;
import vn.lienthong.access.internal.factor.Judged;
import vn.lienthong.kernel.GatewayClock;

/** {@code /login/code}, the second step of a sign-in: open to whoever's password was right, for ten minutes. */
@Controller
final class SecondStepPage {
    static final String PATH = "/login/code";

    private static final DateTimeFormatter CLOCK = pattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = pattern("dd/MM/yyyy");

    private final OperatorSessions sessions;
    private final Factors factors;
    private final SignInEvents events;
    private final GatewayClock clock;

    SecondStepPage(OperatorSessions sessions, Factors factors, SignInEvents events, GatewayClock clock) {
        this.sessions = sessions;
        this.factors = factors;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(HttpServletRequest request, CsrfToken token, Model page) {
        return sessions.stage(request) instanceof Stage.HalfWay half && half.enrolled()
                ? form(null, half.caller(), request, token, page)
                : elsewhere(request);
    }

    @PostMapping(PATH)
    String check(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, CsrfToken token, Model page) {
        if (!(sessions.stage(request) instanceof Stage.HalfWay half) || !half.enrolled()) {
            return elsewhere(request);
        }
        Judged judged = factors.judge(half.caller().clientId(), code);
        if (judged instanceof Judged.None) {
            return elsewhere(request);
        }
        return judged instanceof Judged.Right right
                ? letIn(half.caller(), right, request)
                : form(judged, half.caller(), request, token, page);
    }

    private String letIn(Caller caller, Judged.Right right, HttpServletRequest request) {
        return factors.id(caller.clientId())
                .map(factor -> {
                    sessions.complete(request, caller, factor);
                    events.signedIn(caller.clientId(), right.how().name());
                    // whose phone is gone is told how many codes are left, and how to take another phone
                    return right.how() == Judged.How.RECOVERY_CODE ? toFactor(request) : toPage(request);
                })
                .orElseGet(() -> elsewhere(request));
    }

    private String form(
            @Nullable Judged judged, Caller caller, HttpServletRequest request, CsrfToken token, Model page) {
        token.getToken();
        Instant now = clock.now();
        page.addAttribute("to", ReturnAddress.of(request));
        page.addAttribute("name", caller.displayName());
        page.addAttribute("time", time(now));
        page.addAttribute(
                "locked",
                factors.standing(caller.clientId())
                        .map(Factors.Standing::openFrom)
                        .filter(now::isBefore)
                        .map(SecondStepPage::time)
                        .orElse(null));
        page.addAttribute("wrong", judged instanceof Judged.Wrong);
        page.addAttribute("used", judged instanceof Judged.Used);
        page.addAttribute("late", judged instanceof Judged.Late late ? late.minutes() : null);
        return "access/code";
    }

    /** What a clock on the wall shows. */
    static String time(Instant at) {
        return CLOCK.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(GatewayClock.ZONE);
    }

    /** Nothing to be done here: on to where there is. The page asked for sends whoever is nobody to the form. */
    private String elsewhere(HttpServletRequest request) {
        return sessions.stage(request) instanceof Stage.HalfWay half && !half.enrolled()
                ? toFactor(request)
                : toPage(request);
    }

    private static String toFactor(HttpServletRequest request) {
        return "redirect:" + SignInRedirect.address(SecondFactorPage.PATH, null, ReturnAddress.of(request));
    }

    private static String toPage(HttpServletRequest request) {
        return "redirect:" + ReturnAddress.of(request);
    }
}
