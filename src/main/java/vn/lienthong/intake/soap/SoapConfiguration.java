package vn.lienthong.intake.soap;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** Brings the settings, and what of them production refuses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SoapProperties.class)
class SoapConfiguration {
    @Bean
    StartCheck noPasswordsInPlainText(SoapProperties settings) {
        return () -> settings.plainHttp()
                ? List.of(
                        new Bilingual(
                                "lienthong.intake.soap.plain-http: mật khẩu trong bản tin SOAP sẽ đi qua mạng không mã hóa",
                                "lienthong.intake.soap.plain-http: passwords in SOAP messages would cross the network in plain text"))
                : List.of();
    }
}
