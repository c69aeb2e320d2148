package vn.lienthong.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.access.RequestLanguage;

/** Notes a person's choice of language and colours in cookies, then goes back to the page it was made on. */
@Controller
class PreferencePage {
    /** A page of ours: an address given from outside must not lead elsewhere. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~/?=&%+,:-]{0,1000}");

    @PostMapping("/preferences")
    void choose(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        note(RequestLanguage.COOKIE, language, List.of("vi", "en"), request, response);
        note(Surroundings.THEME, theme, Surroundings.THEMES, request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, OURS.matcher(to).matches() ? to : "/");
    }

    private static void note(
            String name,
            @Nullable String value,
            List<String> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (value != null && known.contains(value)) {
            ResponseCookie cookie = ResponseCookie.from(name, value)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }
}
