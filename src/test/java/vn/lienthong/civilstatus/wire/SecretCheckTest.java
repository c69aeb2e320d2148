package vn.lienthong.civilstatus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.Bilingual;

class SecretCheckTest {
    @Test
    void aSecretWrittenIntoTheSettings_isRefusedInProduction() {
        assertThat(findings(Map.of("lienthong.civil-status.secret.value", "abc")))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.both()).contains("secret.value").doesNotContain("abc"));
    }

    @Test
    void aSecretInAFileOrTheEnvironment_passes() {
        assertThat(findings(Map.of("lienthong.civil-status.secret.file", "/etc/lienthong/ho-tich")))
                .isEmpty();
        assertThat(findings(Map.of())).isEmpty();
    }

    private static List<Bilingual> findings(Map<String, String> settings) {
        return new SecretCheck(new Binder(new MapConfigurationPropertySource(settings))
                        .bindOrCreate("lienthong.civil-status", CivilStatusProperties.class))
                .findings();
    }
}
