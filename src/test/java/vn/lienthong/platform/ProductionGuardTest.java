package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.kernel.StartRefused;

class ProductionGuardTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Guarded.class);

    @Test
    void asksNobody_inTheSandbox() {
        application
                .withPropertyValues("spring.profiles.active=sandbox")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesPlainHttpBeyondThisMachine() {
        production()
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOfSatisfying(
                                StartRefused.class,
                                refused -> assertThat(refused.findings())
                                        .singleElement()
                                        .satisfies(finding ->
                                                assertThat(finding.vi()).contains("server.ssl"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=127.0.0.1",
                "server.ssl.key-store=gateway.p12",
                "server.forward-headers-strategy=native,lienthong.tls-terminated-upstream=true,"
                        + "server.tomcat.remoteip.internal-proxies=10[.]1[.]2[.]3"
            })
    void letsEncryptedOrLocalPortsPass(String settings) {
        production()
                .withPropertyValues(settings.split(","))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.forward-headers-strategy=native",
                "lienthong.tls-terminated-upstream=true",
                "server.address=0.0.0.0",
                "server.ssl.enabled=false"
            })
    void believesNoHalfOfAStatement(String settings) {
        production()
                .withPropertyValues(settings)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void tellsAllFindingsOfAllRoomsAtOnce() {
        StartCheck room = () -> List.of(new Bilingual("một", "one"), new Bilingual("hai", "two"));
        production()
                .withBean(StartCheck.class, () -> room)
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOfSatisfying(
                                StartRefused.class,
                                refused -> assertThat(refused.findings()).hasSize(3)));
    }

    private ApplicationContextRunner production() {
        return application.withPropertyValues("spring.profiles.active=production");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({ServerProperties.class, PlatformProperties.class})
    @Import({ProductionGuard.class, PlainHttpCheck.class})
    static class Guarded {}
}
