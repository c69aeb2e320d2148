package vn.lienthong.access.internal.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import vn.lienthong.access.Audit;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.login.ProviderName;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** Sign-in by the provider, where one is set up: code flow with PKCE (RFC 7636) and nonce, signature of the ID token checked. */
public final class ProviderSignIn implements ProviderName {
    /** Where a sign-in begins. */
    public static final String BEGIN = "/login/oauth2/authorization";

    private final @Nullable Provider provider;
    private final String name;
    private final SealedRequests requests;
    private final KnownPeople people;
    private final ProviderEvents events;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens;

    ProviderSignIn(
            @Nullable Provider provider,
            ProviderProperties settings,
            Accounts accounts,
            Audit audit,
            DataSeal seal,
            GatewayClock clock,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens) {
        this.provider = provider;
        this.name = settings.name();
        this.requests = new SealedRequests(this::registered, seal, clock);
        this.people = new KnownPeople(accounts, settings.userClaim());
        this.events = new ProviderEvents(audit);
        this.tokens = tokens;
    }

    @Override
    public Optional<String> name() {
        return provider == null ? Optional.empty() : Optional.of(name);
    }

    /** Whether the provider told how it wants to be asked. */
    boolean answers() {
        return provider != null && provider.registration().isPresent();
    }

    /** Opens this way in; only where a provider is set up. */
    public void open(OAuth2LoginConfigurer<?> login) {
        if (provider == null) {
            throw new IllegalStateException("No provider is set up");
        }
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(provider, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        login.clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .loginPage("/login")
                .authorizationEndpoint(
                        begin -> begin.authorizationRequestResolver(resolver).authorizationRequestRepository(requests))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .userInfoEndpoint(user -> user.oidcUserService(people))
                .successHandler(events)
                .failureHandler(events);
    }

    private Optional<ClientRegistration> registered() {
        return provider == null ? Optional.empty() : provider.registration();
    }
}
