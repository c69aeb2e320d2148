package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossierJsonTest {
    @Test
    void saysNothingByTheOrderOfNames_insideNational() throws Exception {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", Map.of("x", 1));
        one.put("b", "2");
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", Map.of("x", 1));

        assertThat(written(step("xong", one))).isEqualTo(written(step("xong", other)));
    }

    @Test
    void keepsDecimalsOffsetsAndEmptyTexts() throws Exception {
        Map<String, Object> national =
                Map.of("Gia", new BigDecimal("1.10"), "Trong", "", "DanhSach", List.of("", new BigDecimal("0.30")));
        ProgressStep told = step("", national);

        ProgressStep read = DossierJson.mapper().readValue(written(told), ProgressStep.class);

        assertThat(read).isEqualTo(told);
        assertThat(read.note()).isEmpty();
        assertThat(read.occurredAt().getOffset()).hasToString("+07:00");
        assertThat(written(read)).contains("1.10").contains("0.30").contains("\"Trong\":\"\"");
    }

    private static String written(ProgressStep step) throws Exception {
        return new String(DossierJson.mapper().writeValueAsBytes(step), StandardCharsets.UTF_8);
    }

    private static ProgressStep step(String note, Map<String, Object> national) {
        return new ProgressStep(
                1L,
                OffsetDateTime.parse("2026-01-05T08:00:00+07:00"),
                "Cán bộ Mẫu",
                null,
                null,
                note,
                DossierStatus.IN_PROGRESS,
                null,
                null,
                national);
    }
}
