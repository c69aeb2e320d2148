package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Where a person goes after sign-in. Only a page of ours: an address given from outside must not lead elsewhere. */
public final class ReturnAddress {
    static final String PARAMETER = "to";
    /** The first page. */
    public static final String HOME = "/";

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~/?=&%-]{0,500}");

    private ReturnAddress() {}

    /** The page this request names, or the first page. */
    public static String of(HttpServletRequest request) {
        String wanted = request.getParameter(PARAMETER);
        return wanted != null && OURS.matcher(wanted).matches() ? wanted : HOME;
    }
}
