package vn.lienthong.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.GatewayClock;

/** Lays the desk for every page, and turns away who has no seat at it. */
@ControllerAdvice(basePackageClasses = Surroundings.class)
class Surroundings {
    static final String THEME = "lienthong-theme";
    static final List<String> THEMES = List.of("auto", "light", "dark");

    private static final Pattern OPENED = Pattern.compile("/(?:dossiers|deliveries|evidence)/.*");

    private final Rights rights;
    private final GatewayClock clock;

    Surroundings(Rights rights, GatewayClock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    @ModelAttribute("desk")
    Desk desk(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        Reveal reveal = Reveal.of(request.getSession(false));
        if (reveal != null && reveal.until().isAfter(clock.now()) && showsData(request.getRequestURI())) {
            // the browser itself asks again when the time is over, and gets the masked page
            response.setHeader("Refresh", Long.toString(reveal.secondsLeft(clock.now())));
        }
        return new Desk(
                caller,
                rights,
                RequestLanguage.of(request),
                theme(WebUtils.getCookie(request, THEME)),
                request.getRequestURI(),
                address(request),
                clock.now(),
                reveal);
    }

    /** Pages where the open data may stand, but not the editor: a draft must not be lost. */
    private static boolean showsData(String path) {
        return OPENED.matcher(path).matches() && !path.endsWith("/edit");
    }

    private static String theme(@Nullable Cookie chosen) {
        return chosen != null && THEMES.contains(chosen.getValue()) ? chosen.getValue() : "auto";
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET")
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + query;
    }
}
