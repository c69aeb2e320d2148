package vn.lienthong.access.internal;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.Audit;
import vn.lienthong.access.CertificateProperties;
import vn.lienthong.access.LimitProperties;
import vn.lienthong.access.SignInProperties;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.client.ClientCertificates;
import vn.lienthong.access.internal.client.EvenPasswords;
import vn.lienthong.access.internal.client.PresentedCertificate;
import vn.lienthong.access.internal.client.SecretHasher;
import vn.lienthong.access.internal.factor.Factors;
import vn.lienthong.access.internal.limit.WrongSecrets;
import vn.lienthong.access.internal.login.OperatorSessions;
import vn.lienthong.access.internal.login.SignInEvents;
import vn.lienthong.access.internal.login.SignInThrottle;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.StartCheck;

/** Puts the accounts where the doors look for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AccessProperties.class,
    CertificateProperties.class,
    LimitProperties.class,
    SignInProperties.class
})
class AccessConfiguration {
    @Bean
    SecretHasher secretHasher() {
        return new SecretHasher();
    }

    @Bean
    Accounts accounts(AccessProperties properties, Environment environment, SecretHasher hasher) {
        return new Accounts(properties, environment, hasher);
    }

    @Bean
    ClientCertificates clientCertificates(
            AccessProperties properties, CertificateProperties settings, GatewayClock clock) {
        return new ClientCertificates(properties, settings, clock);
    }

    @Bean
    PresentedCertificate presentedCertificate(CertificateProperties settings) {
        return new PresentedCertificate(settings);
    }

    @Bean
    StartCheck noSandboxSecrets(Accounts accounts) {
        return accounts::findings;
    }

    /** A mistyped agency would quietly own nothing. */
    @Bean
    StartCheck knownAgencies(AccessProperties properties, Agencies agencies, GatewayClock clock) {
        return () -> properties.clients().stream()
                .filter(client -> client.agency() != null
                        && agencies.resolve(client.agency(), clock.today()).isEmpty())
                .map(client -> new Bilingual(
                        "Tài khoản " + client.id() + ": cơ quan " + client.agency() + " không có trong danh mục",
                        "account " + client.id() + ": the agency " + client.agency() + " is not in the catalogue"))
                .toList();
    }

    @Bean
    OperatorSessions operatorSessions(
            Accounts accounts, Factors factors, SignInProperties settings, GatewayClock clock) {
        return new OperatorSessions(accounts, factors, settings, clock);
    }

    @Bean
    SignInThrottle signInThrottle(GatewayClock clock) {
        return new SignInThrottle(clock);
    }

    @Bean
    SignInEvents signInEvents(Audit audit, OperatorSessions sessions, SignInThrottle throttle, WrongSecrets tries) {
        return new SignInEvents(audit, sessions, throttle, tries);
    }

    @Bean
    AuthenticationProvider operatorPasswords(Accounts accounts, SecretHasher hasher) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(name -> accounts.operatorSecret(name)
                .map(secret -> User.withUsername(name).password(secret).build())
                .orElseThrow(() -> new UsernameNotFoundException("No such operator")));
        passwords.setPasswordEncoder(new EvenPasswords(hasher, accounts.operatorSecrets()));
        return passwords;
    }

    @Bean
    WebMvcConfigurer callerParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerParameter());
            }
        };
    }
}
