package vn.lienthong.access.internal.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.client.ClientCertificates;
import vn.lienthong.access.internal.client.ConfiguredClients;
import vn.lienthong.access.internal.client.PresentedCertificate;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** What makes and reads access tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    RegisteredClientRepository registeredClients(
            Accounts accounts, ClientCertificates certificates, AccessProperties properties) {
        return new ConfiguredClients(accounts, certificates, properties.tokenLifetime());
    }

    @Bean
    CertificateClients certificateClients(ClientCertificates certificates, PresentedCertificate presented) {
        return new CertificateClients(certificates, presented);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new ForgetfulAuthorizations();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(AccessProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    TokenKeys tokenKeys(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataSeal seal,
            GatewayClock clock,
            AccessProperties properties) {
        return new TokenKeys(
                new TokenKeyRepository(jdbc), new TransactionTemplate(transactions), seal, clock, properties);
    }

    @Bean
    OAuth2TokenGenerator<? extends OAuth2Token> tokenGenerator(
            TokenKeys keys, GatewayClock clock, AccessProperties properties) {
        JWKSource<SecurityContext> newest = (selector, context) -> selector.select(new JWKSet(keys.signing()));
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(newest));
        generator.setJwtCustomizer(token -> {
            Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
            token.getClaims().issuedAt(now).notBefore(now).expiresAt(now.plus(properties.tokenLifetime()));
            Authentication client = token.getPrincipal();
            if (client.getCredentials() instanceof X509Certificate[] chain && chain.length > 0) {
                token.getClaims()
                        .claim(TokenReader.BOUND, Map.of(TokenReader.TO, ClientCertificates.thumbprint(chain[0])));
            }
        });
        return generator;
    }

    /** Verifies with our own keys: no call to ourselves over HTTP, and no algorithm but the one we sign with. */
    @Bean
    JwtDecoder jwtDecoder(TokenKeys keys, TokenLife life, AccessProperties properties) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                life, new JwtIssuerValidator(properties.issuer().toString())));
        return decoder;
    }

    @Bean
    TokenLife tokenLife(GatewayClock clock, AccessProperties properties) {
        return new TokenLife(clock, properties.tokenLeeway());
    }

    @Bean
    TokenReader tokenReader(
            JwtDecoder decoder,
            TokenLife life,
            TokenKeys keys,
            Accounts accounts,
            PresentedCertificate presented,
            ClientCertificates certificates) {
        return new TokenReader(decoder, life, keys, accounts, presented, certificates);
    }
}
