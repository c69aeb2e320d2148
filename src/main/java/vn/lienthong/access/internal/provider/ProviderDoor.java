package vn.lienthong.access.internal.provider;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.access.internal.login.ReturnAddress;

/** {@code GET /login/provider}: on to the provider, or back to the form with the word that it does not answer. */
@Controller
final class ProviderDoor {
    private final ProviderSignIn signIn;

    ProviderDoor(ProviderSignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/login/provider")
    String go(HttpServletRequest request) {
        if (!signIn.answers()) {
            return "redirect:/login?away";
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath(ProviderSignIn.BEGIN + "/" + Provider.ID)
                        .queryParam("to", "{to}")
                        .encode()
                        .buildAndExpand(ReturnAddress.of(request))
                        .toUriString();
    }
}
