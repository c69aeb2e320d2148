package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.signing.internal.Engine;
import vn.lienthong.signing.internal.TrustList;

/** Puts signer and verifier at hand; neither loads a library before it is used. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    Engine signingEngine(SigningProperties settings, GatewayClock clock) {
        return new Engine(settings, clock);
    }

    @Bean
    Signer signer(Engine engine) {
        return new Signer(engine);
    }

    @Bean
    Renewer renewer(Engine engine, RenewalProperties settings) {
        return new Renewer(engine, settings);
    }

    @Bean
    Verifier verifier(Engine engine) {
        return new Verifier(engine);
    }

    @Bean
    OfflineVerifier offlineVerifier(SigningProperties settings) {
        return OfflineVerifier.of(() -> {
            try {
                return TrustList.read(settings.trust());
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new IllegalStateException("lienthong.signing.trust cannot be read", unreadable);
            }
        });
    }

    @Bean
    CertificateSource signingCertificates(
            SigningProperties settings, Engine engine, ObjectProvider<KeyUse.Source> uses) {
        return new SigningCertificates(settings, engine.seen(), uses.stream().toList());
    }

    @Bean
    StartCheck noWeakCertificates(SigningProperties settings) {
        return new WeakCertificates(settings)::findings;
    }

    @Bean
    StartCheck noSampleCertificates(SigningProperties settings) {
        return new SampleCertificates(settings)::findings;
    }
}
