package vn.lienthong.citizen.register;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.SchemaFiles;

/** Brings the registers' settings and files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegisterProperties.class)
class RegisterConfiguration {
    @Bean
    OldUnits oldUnits(SchemaFiles files) {
        return OldUnits.load(files);
    }
}
