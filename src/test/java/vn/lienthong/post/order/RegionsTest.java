package vn.lienthong.post.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

class RegionsTest {
    private final Regions regions = new Regions(SchemaFiles.packed());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Số 1, phường Buôn Ma Thuột, tỉnh Đắk Lắk | 2026-11-20 | 63/6310",
                "Số 1; P. Buôn Ma Thuột; Đắk Lắk | 2026-11-20 | 63/6310",
                "Số 1, xã Nào Đó, tỉnh ĐẮK LẮK | 2026-11-20 | 63/0",
                "Số 1, phường Buon Ma Thuot, tinh Dak Lak | 2026-11-20 | none",
                "Số 1, phường Buôn Ma Thuột | 2026-11-20 | none",
                "Số 1, tỉnh Phú Yên | 2026-11-20 | none",
                "Số 1, tỉnh Phú Yên | 2025-06-30 | 56/0",
                "none | 2026-11-20 | none"
            })
    void findsOnlyWhatStandsInTheList_onThatDay(String address, LocalDate day, String expected) {
        assertThat(regions.of(address, day)
                        .map(found -> found.province() + "/" + found.district())
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void refusesTheStart_whenTheListDoesNotRead() {
        assertThatThrownBy(() -> new Regions("{\"regions\":[{\"province\":\"X\"}]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StartRefused.class);
    }
}
