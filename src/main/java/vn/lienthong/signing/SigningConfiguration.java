package vn.lienthong.signing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.signing.internal.Engine;

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
    Verifier verifier(Engine engine) {
        return new Verifier(engine);
    }

    @Bean
    StartCheck noSampleCertificates(SigningProperties settings) {
        return new SampleCertificates(settings)::findings;
    }
}
