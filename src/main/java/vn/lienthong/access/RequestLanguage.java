package vn.lienthong.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The language of an answer: Vietnamese unless the caller prefers English. */
public final class RequestLanguage {
    private static final List<String> SPOKEN = List.of("vi", "en");

    private RequestLanguage() {}

    /** {@code vi} or {@code en}, by the header {@code Accept-Language}; an unreadable header counts as none. */
    public static String of(HttpServletRequest request) {
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
