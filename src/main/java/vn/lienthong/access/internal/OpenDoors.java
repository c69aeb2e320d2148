package vn.lienthong.access.internal;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static vn.lienthong.access.internal.DoorFrame.NO_CONTENT;
import static vn.lienthong.access.internal.DoorFrame.PAGES;
import static vn.lienthong.access.internal.DoorFrame.path;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors that ask nobody who it is: what lies behind them asks by itself, or is for anybody. */
@Configuration(proxyBeanMethods = false)
class OpenDoors {
    private final DoorFrame frame;

    OpenDoors(DoorFrame frame) {
        this.frame = frame;
    }

    /** Today's callers: the compatible face reads its own sessions and tokens, and answers in its own shape. */
    @Bean
    @Order(30)
    SecurityFilterChain compatibleFace(HttpSecurity http) throws Exception {
        return open(http, NO_CONTENT, "/compat/**", path("/compat/**"));
    }

    /** SOAP: each envelope carries its own proof of who sends it, which the face itself reads. */
    @Bean
    @Order(31)
    SecurityFilterChain soapFace(HttpSecurity http) throws Exception {
        return open(http, NO_CONTENT, "/services/**", path(GET, "/services/dossier"), path(POST, "/services/dossier"));
    }

    /** Documents by links that carry their own proof. */
    @Bean
    @Order(35)
    SecurityFilterChain documentLinks(HttpSecurity http) throws Exception {
        return open(http, NO_CONTENT, "/links/**", path(GET, "/links/*"), path(HEAD, "/links/*"));
    }

    /** The page that verifies documents for anybody. */
    @Bean
    @Order(36)
    SecurityFilterChain inspection(HttpSecurity http) throws Exception {
        return open(
                http, PAGES, "/verify/**", path(GET, "/verify/**"), path(HEAD, "/verify/**"), path(POST, "/verify/**"));
    }

    /** The page that tells anybody where a dossier stands. */
    @Bean
    @Order(37)
    SecurityFilterChain whereDossiersStand(HttpSecurity http) throws Exception {
        return open(http, PAGES, "/progress/**", path(GET, "/progress/**"), path(HEAD, "/progress/**"));
    }

    /**
     * What is named is open, all else below the address is closed. No session is looked at: there is nothing that a foreign
     * page could borrow, and so no page token is asked for.
     */
    private SecurityFilterChain open(HttpSecurity http, String contentPolicy, String below, RequestMatcher... open)
            throws Exception {
        return frame.around(http, new RequestAttributeSecurityContextRepository(), contentPolicy)
                .securityMatcher(path(below))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
