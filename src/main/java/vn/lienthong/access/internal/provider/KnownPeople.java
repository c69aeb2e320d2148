package vn.lienthong.access.internal.provider;

import java.util.List;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vn.lienthong.access.internal.client.Accounts;

/** Lets in whom the provider names and our own list knows; rights come from that list alone. */
final class KnownPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
    static final String STRANGER = "stranger";

    private final Accounts accounts;
    private final String claim;

    KnownPeople(Accounts accounts, String claim) {
        this.accounts = accounts;
        this.claim = claim;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        String name = request.getIdToken().getClaimAsString(claim);
        if (name == null || accounts.operator(name).isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(STRANGER), "not among the operators");
        }
        return new DefaultOidcUser(List.of(), request.getIdToken(), claim);
    }
}
