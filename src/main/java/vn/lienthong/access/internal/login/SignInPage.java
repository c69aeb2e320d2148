package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The form at {@code /login}. */
@Controller
final class SignInPage {
    private final ProviderName provider;

    SignInPage(ProviderName provider) {
        this.provider = provider;
    }

    @GetMapping("/login")
    String show(HttpServletRequest request, CsrfToken token, Model page) {
        token.getToken(); // sets its cookie while the answer can still take one
        page.addAttribute("to", ReturnAddress.of(request));
        page.addAttribute("wrong", request.getParameter("error") != null);
        page.addAttribute("wait", request.getParameter("wait") != null);
        page.addAttribute("provider", provider.name().orElse(null));
        page.addAttribute("away", request.getParameter("away") != null);
        page.addAttribute("stranger", request.getParameter("stranger") != null);
        page.addAttribute("failed", request.getParameter("failed") != null);
        page.addAttribute("left", request.getParameter("logout") != null);
        return "access/login";
    }
}
