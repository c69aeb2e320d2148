package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends a person to the sign-in form, with the page to come back to. */
public final class SignInRedirect {
    private SignInRedirect() {}

    /** To the form; back to the page asked for after that. */
    public static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean shown = request.getMethod().equals("GET");
        response.sendRedirect(address(false, shown ? request.getRequestURI() : ReturnAddress.HOME));
    }

    static String address(boolean wrong, String back) {
        UriComponentsBuilder form = UriComponentsBuilder.fromPath("/login");
        if (wrong) {
            form.queryParam("error");
        }
        if (!back.equals(ReturnAddress.HOME)) {
            form.queryParam(ReturnAddress.PARAMETER, "{to}");
        }
        return form.encode().buildAndExpand(back).toUriString();
    }
}
