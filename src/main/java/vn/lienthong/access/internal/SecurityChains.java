package vn.lienthong.access.internal;

import static vn.lienthong.access.internal.DoorFrame.NO_CONTENT;
import static vn.lienthong.access.internal.DoorFrame.PAGES;
import static vn.lienthong.access.internal.DoorFrame.path;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.BearerOutcome;
import vn.lienthong.access.RateLimits;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.internal.limit.RateGate;
import vn.lienthong.access.internal.limit.WrongSecrets;
import vn.lienthong.access.internal.login.OperatorSessions;
import vn.lienthong.access.internal.login.PageTokens;
import vn.lienthong.access.internal.login.SignInEvents;
import vn.lienthong.access.internal.login.SignInGate;
import vn.lienthong.access.internal.login.SignInThrottle;
import vn.lienthong.access.internal.provider.ProviderSignIn;
import vn.lienthong.access.internal.token.CallerAuthentication;
import vn.lienthong.access.internal.token.TokenReader;
import vn.lienthong.access.internal.token.TokenRefused;

/**
 * The doors that know who comes, one filter chain each, the narrowest first; the token endpoint's stands before these, the
 * {@link OpenDoors} among them. Whatever no door names is closed. Only a sign-in ever makes a session.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private final DoorFrame frame;
    private final Refusals refusals;
    private final SecurityContextRepository contexts;
    private final TokenReader reader;
    private final PageTokens pageTokens = new PageTokens();

    SecurityChains(DoorFrame frame, Refusals refusals, OperatorSessions sessions, TokenReader reader) {
        this.frame = frame;
        this.refusals = refusals;
        this.contexts =
                new DelegatingSecurityContextRepository(new RequestAttributeSecurityContextRepository(), sessions);
        this.reader = reader;
    }

    private AuthenticationManager bearers(HttpServletRequest request) {
        return authentication -> switch (reader.read(token(authentication), request)) {
            case BearerOutcome.Known known -> new CallerAuthentication(known.caller());
            case BearerOutcome.Refused refused -> throw new TokenRefused(refused.problem());
            case BearerOutcome.Missing missing -> throw new IllegalStateException("A token was given: " + missing);
        };
    }

    /**
     * The native interface for a system with its token. This is the busiest door: it carries no filter that a token makes
     * useless, neither session nor page token, for no foreign page can set the header that leads here.
     */
    @Bean
    @Order(20)
    SecurityFilterChain systems(HttpSecurity http, RateLimits limits) throws Exception {
        return frame.around(http, new RequestAttributeSecurityContextRepository(), NO_CONTENT)
                .securityMatcher(new AndRequestMatcher(path("/v1/**"), PlainBearer::isGiven))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(SecurityChains::knownOnly)
                .oauth2ResourceServer(this::withToken)
                .addFilterBefore(new RateGate(limits), AuthorizationFilter.class)
                .build();
    }

    /** The native interface without a token: for a signed-in person whose page proves that it asked. */
    @Bean
    @Order(21)
    SecurityFilterChain people(HttpSecurity http, RateLimits limits) throws Exception {
        return frame.around(http, contexts, NO_CONTENT)
                .securityMatcher(path("/v1/**"))
                .authorizeHttpRequests(SecurityChains::knownOnly)
                // without a session there is nothing that a foreign page could borrow
                .csrf(csrf -> csrf.csrfTokenRepository(pageTokens)
                        .requireCsrfProtectionMatcher(request -> changes(request) && request.getSession(false) != null))
                .addFilterBefore(new RateGate(limits), AuthorizationFilter.class)
                .build();
    }

    /** Health for load balancers, figures for the monitoring. */
    @Bean
    @Order(40)
    SecurityFilterChain monitoring(HttpSecurity http, AccessProperties properties) throws Exception {
        return frame.around(http, contexts, NO_CONTENT)
                .securityMatcher(path("/actuator/**"))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers(path(HttpMethod.GET, "/actuator/health/**"))
                            .permitAll();
                    var figures = requests.requestMatchers(path(HttpMethod.GET, "/actuator/prometheus"));
                    if (properties.openMetrics()) {
                        figures.permitAll();
                    } else {
                        figures.hasAuthority("SCOPE_" + Scopes.OPERATOR_READ);
                    }
                    requests.anyRequest().denyAll();
                })
                .csrf(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(this::withToken)
                .build();
    }

    /** Everything else: the console, for people who signed in at the form. */
    @Bean
    @Order(100)
    SecurityFilterChain console(
            HttpSecurity http,
            SignInEvents events,
            SignInThrottle throttle,
            WrongSecrets tries,
            ProviderSignIn provider)
            throws Exception {
        if (provider.name().isPresent()) {
            http.oauth2Login(provider::open);
        }
        return frame.around(http, contexts, PAGES)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                path("/login"),
                                path(HttpMethod.GET, "/login/provider"),
                                // they ask the session themselves how far its sign-in came
                                path("/login/code"),
                                path("/second-factor"),
                                path(HttpMethod.POST, "/second-factor/change"),
                                path(HttpMethod.GET, "/assets/**"),
                                path(HttpMethod.GET, "/favicon.ico"))
                        .permitAll()
                        .anyRequest()
                        .hasRole("VIEWER"))
                .csrf(csrf -> csrf.csrfTokenRepository(pageTokens))
                .formLogin(
                        form -> form.loginPage("/login").successHandler(events).failureHandler(events))
                .addFilterBefore(new SignInGate(throttle, tries), UsernamePasswordAuthenticationFilter.class)
                .logout(leave -> leave.addLogoutHandler(events).deleteCookies("lienthong-session"))
                .build();
    }

    private static void knownOnly(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(path(HttpMethod.GET, "/v1/about"))
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private void withToken(OAuth2ResourceServerConfigurer<HttpSecurity> bearer) {
        bearer.bearerTokenResolver(new PlainBearer())
                .authenticationManagerResolver(this::bearers)
                .authenticationEntryPoint(refusals);
    }

    private static boolean changes(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> true;
        };
    }

    private static String token(Object authentication) {
        return ((BearerTokenAuthenticationToken) authentication).getToken();
    }
}
