package vn.lienthong.access.internal.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.client.SecretReader;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.kernel.StartRefused;

/** Sets up the sign-in by a provider; every call to it ends within ten seconds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderProperties.class)
class ProviderConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    @Bean
    ProviderSignIn providerSignIn(
            ProviderProperties settings,
            Environment environment,
            Accounts accounts,
            Audit audit,
            DataSeal seal,
            GatewayClock clock) {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(calls())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return new ProviderSignIn(
                provider(settings, environment, clock), settings, accounts, audit, seal, clock, tokens);
    }

    /** Only signatures with a key pair: the client's secret signs nothing here. */
    @Bean
    JwtDecoderFactory<ClientRegistration> providersTokens() {
        return registration -> decoder(registration);
    }

    /**
     * A provider that anybody on the way can imitate would let anybody in; and a name that people may change at the provider
     * would let them take somebody else's (OpenID Connect Core 1.0, 5.7), so production says which claim it trusts.
     */
    @Bean
    StartCheck securedProvider(ProviderProperties settings, Environment environment) {
        return () -> {
            URI issuer = settings.issuer();
            List<Bilingual> found = new ArrayList<>();
            if (issuer != null && !"https".equals(issuer.getScheme())) {
                found.add(new Bilingual(
                        "lienthong.access.provider.issuer phải là https",
                        "lienthong.access.provider.issuer must be https"));
            }
            if (issuer != null && !environment.containsProperty("lienthong.access.provider.user-claim")) {
                found.add(new Bilingual(
                        "hãy đặt lienthong.access.provider.user-claim: một mục mà người dùng không tự đổi được, như sub",
                        "set lienthong.access.provider.user-claim to one that people cannot change, such as sub"));
            }
            return found;
        };
    }

    private static @Nullable Provider provider(
            ProviderProperties settings, Environment environment, GatewayClock clock) {
        if (settings.issuer() == null) {
            return null;
        }
        if (settings.clientId() == null) {
            throw new StartRefused(
                    "lienthong.access.provider cần client-id", "lienthong.access.provider needs a client-id");
        }
        String secret = new SecretReader(environment)
                .read("provider", null, settings.clientSecretFile(), settings.clientSecretEnv());
        return new Provider(
                settings,
                secret,
                clock,
                RestClient.builder().requestFactory(calls()).build());
    }

    private static JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .jwsAlgorithms(allowed -> allowed.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .restOperations(new RestTemplate(calls()))
                .build();
        decoder.setJwtValidator(new OidcIdTokenValidator(registration));
        return decoder;
    }

    private static JdkClientHttpRequestFactory calls() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(READ);
        return factory;
    }
}
