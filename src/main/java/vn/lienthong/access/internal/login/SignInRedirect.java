package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends a person to the sign-in form, with the page to come back to. */
public final class SignInRedirect {
    static final String FORM = "/login";

    private SignInRedirect() {}

    /** To the form; back to the page asked for after that. */
    public static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean shown = request.getMethod().equals("GET");
        response.sendRedirect(address(FORM, null, shown ? request.getRequestURI() : ReturnAddress.HOME));
    }

    /** A page of the sign-in, with what it is to say and the page to come back to. */
    static String address(String page, @Nullable String message, String back) {
        UriComponentsBuilder form = UriComponentsBuilder.fromPath(page);
        if (message != null) {
            form.queryParam(message);
        }
        if (!back.equals(ReturnAddress.HOME)) {
            form.queryParam(ReturnAddress.PARAMETER, "{to}");
        }
        return form.encode().buildAndExpand(back).toUriString();
    }
}
