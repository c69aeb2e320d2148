package vn.lienthong.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.WebUtils;

/** The language of an answer: what the person chose at the switch, else Vietnamese unless the caller prefers English. */
public final class RequestLanguage {
    /** The cookie that holds a person's choice. */
    public static final String COOKIE = "lienthong-language";

    private static final List<String> SPOKEN = List.of("vi", "en");

    private RequestLanguage() {}

    /** {@code vi} or {@code en}, by cookie, then by {@code Accept-Language}; an unreadable one counts as none. */
    public static String of(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null && SPOKEN.contains(chosen.getValue())) {
            return chosen.getValue();
        }
        String wanted = request.getHeader("Accept-Language");
        if (wanted == null || wanted.isBlank()) {
            return "vi";
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(wanted), SPOKEN);
            return found == null ? "vi" : found;
        } catch (IllegalArgumentException unreadable) {
            return "vi";
        }
    }
}
