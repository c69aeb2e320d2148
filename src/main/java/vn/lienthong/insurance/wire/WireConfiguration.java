package vn.lienthong.insurance.wire;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.signing.Signer;

/** Reads contract and reply table at the start, so that a mistake in them stops it, and opens the line they describe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InsuranceProperties.class)
class WireConfiguration {
    private static final String PARTNER = "insurance";

    @Bean
    Contract insuranceContract(SchemaFiles files, InsuranceProperties settings) {
        return Contract.read(files, settings.contract());
    }

    @Bean
    ReplyCodes insuranceReplyCodes(SchemaFiles files) {
        return ReplyCodes.read(files, PARTNER);
    }

    @Bean
    Line insuranceLine(InsuranceHttp http, Contract contract, InsuranceProperties settings, Signer signer) {
        return switch (settings.wire()) {
            case SOAP -> new SoapLine(http, contract, () -> signer.identity(settings.key()));
            case JSON -> new JsonLine(http, contract, () -> settings.token().read());
        };
    }
}
