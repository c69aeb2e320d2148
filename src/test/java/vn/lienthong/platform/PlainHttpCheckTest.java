package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.Bilingual;

class PlainHttpCheckTest {
    private static final String PROXY = "10\\.1\\.2\\.3";

    @Test
    void plainHttpBeyondThisMachine_isRefused() {
        assertThat(findings(Map.of()))
                .singleElement()
                .satisfies(one -> assertThat(one.en()).contains("plain HTTP"));
        assertThat(findings(Map.of("server.address", "127.0.0.1"))).isEmpty();
    }

    @Test
    void aProxyThatEndsTls_isNamedByItsAddress() {
        assertThat(findings(Map.of(
                        "lienthong.tls-terminated-upstream", "true",
                        "server.forward-headers-strategy", "native",
                        "server.tomcat.remoteip.internal-proxies", PROXY)))
                .isEmpty();
    }

    @Test
    void whoeverCouldClaimAnyAddress_isNotBelieved() {
        assertThat(findings(Map.of(
                        "lienthong.tls-terminated-upstream", "true", "server.forward-headers-strategy", "native")))
                .singleElement()
                .satisfies(one -> assertThat(one.en()).contains("internal-proxies"));
        assertThat(findings(Map.of(
                        "server.address", "127.0.0.1",
                        "server.forward-headers-strategy", "framework",
                        "server.tomcat.remoteip.internal-proxies", PROXY)))
                .hasSize(1);
    }

    private static List<Bilingual> findings(Map<String, String> settings) {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.putIfAbsent("lienthong.data", "./data");
        Binder binder = new Binder(new MapConfigurationPropertySource(all));
        return new PlainHttpCheck(
                        binder.bindOrCreate("server", ServerProperties.class),
                        binder.bindOrCreate("lienthong", PlatformProperties.class))
                .findings();
    }
}
