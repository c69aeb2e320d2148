package vn.lienthong.insurance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.Bilingual;

class TokenCheckTest {
    @Test
    void aTokenWrittenIntoTheSettings_isRefusedInProduction() {
        assertThat(findings(Map.of("lienthong.insurance.token.value", "abc")))
                .singleElement()
                .satisfies(one -> assertThat(one.both()).contains("token.value").doesNotContain("abc"));
    }

    @Test
    void aTokenInAFileOrTheEnvironment_passes() {
        assertThat(findings(Map.of("lienthong.insurance.token.file", "/etc/lienthong/bhxh")))
                .isEmpty();
        assertThat(findings(Map.of())).isEmpty();
    }

    private static List<Bilingual> findings(Map<String, String> settings) {
        return new TokenCheck(new Binder(new MapConfigurationPropertySource(settings))
                        .bindOrCreate("lienthong.insurance", InsuranceProperties.class))
                .findings();
    }
}
