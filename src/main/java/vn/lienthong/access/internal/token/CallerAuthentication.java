package vn.lienthong.access.internal.token;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;

/** A caller as Spring Security carries it: scopes as {@code SCOPE_…}, roles, each with those it covers, as {@code ROLE_…}. */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;

    /** Someone who proved who it is. */
    public CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.clientId();
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        OperatorRole role = caller.role();
        return Stream.concat(
                        caller.scopes().stream().map(scope -> "SCOPE_" + scope),
                        role == null
                                ? Stream.empty()
                                : Stream.of(OperatorRole.values())
                                        .filter(role::covers)
                                        .map(each -> "ROLE_" + each))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
