package vn.lienthong.access.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import vn.lienthong.access.RateLimits;
import vn.lienthong.access.internal.limit.RateGate;
import vn.lienthong.access.internal.limit.TokenGate;
import vn.lienthong.access.internal.limit.WrongSecrets;
import vn.lienthong.access.internal.token.CertificateClients;
import vn.lienthong.access.internal.token.TokenEndpoint;

/** The door of the authorization server: token, public keys, description. Its other endpoints stay closed. */
@Configuration(proxyBeanMethods = false)
class TokenDoor {
    @Bean
    @Order(10)
    SecurityFilterChain tokens(
            HttpSecurity http, WrongSecrets tries, RateLimits limits, CertificateClients certificates)
            throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(new OrRequestMatcher(
                        path.matcher("/oauth2/token"),
                        path.matcher("/oauth2/jwks"),
                        path.matcher("/.well-known/oauth-authorization-server")))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> TokenEndpoint.configure(server, certificates))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failing -> failing.authenticationEntryPoint(TokenEndpoint::closed))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenGate(tries), AbstractPreAuthenticatedProcessingFilter.class)
                .addFilterBefore(new RateGate(limits), AuthorizationFilter.class)
                .build();
    }
}
