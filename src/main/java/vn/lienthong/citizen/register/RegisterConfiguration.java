package vn.lienthong.citizen.register;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.GatewayClock;

/** Brings the registers' settings and files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegisterProperties.class)
class RegisterConfiguration {
    @Bean
    OldUnits oldUnits(Agencies agencies, GatewayClock clock) {
        return new OldUnits(agencies.successions(), clock);
    }
}
