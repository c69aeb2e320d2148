package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.Problem;

class CompatCodeTest {
    @Test
    void neverSays_existsAlready() {
        assertThat(Arrays.stream(CompatCode.values()).map(CompatCode::code))
                .doesNotHaveDuplicates()
                .doesNotContain("3", "-3")
                .containsOnlyOnce("0");
    }

    @Test
    void keepsTheWordsOfSuccess_forSuccess() {
        for (CompatCode code : CompatCode.values()) {
            assertThat(code.meaning().vi().toLowerCase().contains("thành công")).isEqualTo(code == CompatCode.STORED);
            assertThat(code.meaning().vi()).doesNotContain("đã tồn tại");
        }
    }

    @Test
    void standsInTheContract_wholly() throws IOException {
        String contract = Files.readString(Path.of("schemas/openapi/lienthong-v1.yaml"));
        for (CompatCode code : CompatCode.values()) {
            assertThat(contract)
                    .contains("| `" + code.code() + "` | " + code.meaning().both() + " |");
        }
    }

    @Test
    void tellsEveryStatus_evenOneThatNobodyThoughtOf() {
        for (int status = 400; status < 600; status++) {
            assertThat(CompatCode.of(Problem.of(status, "X", "", ""))).isNotEqualTo(CompatCode.STORED);
        }
    }
}
