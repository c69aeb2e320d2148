package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.Caller;
import vn.lienthong.access.SignInProperties;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.factor.Factors;
import vn.lienthong.access.internal.factor.Judged;
import vn.lienthong.access.internal.factor.Secret;
import vn.lienthong.kernel.GatewayClock;

/**
 * {@code /second-factor}: setting up one's own second factor, and changing it, which asks for a code of the one in force. Open
 * to who is signed in, and to who must set one up before being let in.
 */
@Controller
final class SecondFactorPage {
    static final String PATH = "/second-factor";
    private static final String VIEW = "access/second-factor";

    private final OperatorSessions sessions;
    private final Accounts accounts;
    private final Factors factors;
    private final Offers offers;
    private final SignInEvents events;
    private final SignInProperties settings;
    private final GatewayClock clock;

    SecondFactorPage(
            OperatorSessions sessions,
            Accounts accounts,
            Factors factors,
            Offers offers,
            SignInEvents events,
            SignInProperties settings,
            GatewayClock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.factors = factors;
        this.offers = offers;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who sits there, and whether that person waits to be let in. */
    private record Person(Caller caller, boolean waits) {}

    @GetMapping(PATH)
    String show(HttpServletRequest request, CsrfToken token, Model page) {
        return person(request).map(person -> form(person, request, token, page)).orElseGet(() -> away(request));
    }

    /** A code of the factor in force opens its change. */
    @PostMapping(PATH + "/change")
    String change(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, CsrfToken token, Model page) {
        Optional<Person> person = person(request).filter(one -> !one.waits());
        if (person.isEmpty()) {
            return away(request);
        }
        String operator = person.get().caller().clientId();
        Optional<UUID> inForce = factors.id(operator);
        Judged judged = factors.judge(operator, code);
        if (judged instanceof Judged.Right && inForce.isPresent()) {
            offers.make(request.getSession(), operator, inForce.get());
            return "redirect:" + SignInRedirect.address(PATH, null, ReturnAddress.of(request));
        }
        page.addAttribute("refused", !(judged instanceof Judged.None));
        return form(person.get(), request, token, page);
    }

    /** The first code of the new secret puts it into force. */
    @PostMapping(PATH)
    String confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, CsrfToken token, Model page) {
        Optional<Person> person = person(request);
        if (person.isEmpty()) {
            return away(request);
        }
        Caller caller = person.get().caller();
        Optional<Offers.Offer> offer = offers.find(request.getSession(), caller.clientId());
        if (offer.isEmpty() || !isOpenTo(offer.get(), caller)) {
            page.addAttribute("over", true);
            return form(person.get(), request, token, page);
        }
        Optional<Factors.Tuned> tuned = factors.tune(offer.get().secret().bytes(), code);
        if (tuned.isEmpty() || tuned.get().step().isEmpty()) {
            page.addAttribute("wrong", tuned.isEmpty());
            tuned.ifPresent(found -> {
                page.addAttribute("fast", found.ahead().isPositive());
                page.addAttribute("off", found.ahead().abs().toSeconds());
            });
            return form(person.get(), request, token, page);
        }
        return factors.enrol(
                        caller.clientId(),
                        offer.get().secret().bytes(),
                        tuned.get().step().getAsLong(),
                        offer.get().replaced())
                .map(enrolled -> done(person.get(), enrolled, request, page))
                .orElseGet(() -> away(request));
    }

    private String done(Person person, Factors.Enrolled enrolled, HttpServletRequest request, Model page) {
        sessions.complete(request, person.caller(), enrolled.id());
        if (person.waits()) {
            events.signedIn(person.caller().clientId(), Judged.How.TOTP.name());
        }
        page.addAttribute("codes", enrolled.recoveryCodes());
        page.addAttribute("to", ReturnAddress.of(request));
        return "access/recovery-codes";
    }

    private String form(Person person, HttpServletRequest request, CsrfToken token, Model page) {
        token.getToken();
        String operator = person.caller().clientId();
        page.addAttribute("to", ReturnAddress.of(request));
        page.addAttribute("name", person.caller().displayName());
        page.addAttribute("waits", person.waits());
        page.addAttribute("time", SecondStepPage.time(clock.now()));
        Optional<Factors.Standing> standing = factors.standing(operator);
        Optional<Offers.Offer> offer =
                offers.find(request.getSession(), operator).filter(one -> isOpenTo(one, person.caller()));
        if (accounts.operatorSecret(operator).isEmpty()) {
            page.addAttribute("elsewhere", true);
        } else if (standing.isPresent() && offer.isEmpty()) {
            page.addAttribute("since", SecondStepPage.day(standing.get().since()));
            page.addAttribute("left", standing.get().recoveryLeft());
        } else {
            Secret secret = offer.orElseGet(() -> offers.make(request.getSession(), operator, null))
                    .secret();
            page.addAttribute("typed", secret.typed());
            page.addAttribute("link", secret.link(settings.name(), operator));
            page.addAttribute("picture", secret.picture(settings.name(), operator));
        }
        return VIEW;
    }

    /** An offer is for the factor that was in force when it was made, or for nobody who has one. */
    private boolean isOpenTo(Offers.Offer offer, Caller caller) {
        @Nullable UUID inForce = factors.id(caller.clientId()).orElse(null);
        return Objects.equals(inForce, offer.replaced());
    }

    private Optional<Person> person(HttpServletRequest request) {
        return switch (sessions.stage(request)) {
            case Stage.Nobody nobody -> Optional.empty();
            case Stage.HalfWay half ->
                half.enrolled() ? Optional.empty() : Optional.of(new Person(half.caller(), true));
            case Stage.SignedIn in -> Optional.of(new Person(in.caller(), false));
        };
    }

    /** To the form, or to the code where the password was right. */
    private String away(HttpServletRequest request) {
        return "redirect:"
                + SignInRedirect.address(
                        sessions.stage(request) instanceof Stage.HalfWay ? SecondStepPage.PATH : SignInRedirect.FORM,
                        null,
                        ReturnAddress.of(request));
    }
}
