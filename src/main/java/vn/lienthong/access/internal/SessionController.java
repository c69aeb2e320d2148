package vn.lienthong.access.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;

/** Tells a caller who it is; a signed-in person's script finds here the CSRF token its writes need. */
@RestController
class SessionController {
    /** The caller as the gateway knows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            String id,
            String name,
            @Nullable String agency,
            @Nullable OperatorRole role,
            Set<String> scopes,
            @Nullable Csrf csrf) {}

    /** Send the token in this header, or in this form field. */
    record Csrf(String header, String parameter, String token) {}

    @GetMapping("/v1/session")
    Session show(Caller caller, @Nullable CsrfToken token) {
        boolean person = caller.kind() == Caller.Kind.OPERATOR;
        Csrf csrf = person && token != null
                ? new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
        return new Session(
                caller.clientId(),
                caller.displayName(),
                caller.agency(),
                caller.role(),
                new TreeSet<>(caller.scopes()),
                csrf);
    }
}
