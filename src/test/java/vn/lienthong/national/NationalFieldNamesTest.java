package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.Bilingual;

class NationalFieldNamesTest {
    @ParameterizedTest
    @CsvSource({
        "/acceptedAt, NgayTiepNhan",
        "/supplements/0/completedAt, DanhSachHoSoBoSung[0].NgayTiepNhanBoSung",
        "/unheardOf/3, unheardOf[3]",
        "'', ''"
    })
    void namesAPlace_asItsSenderKnowsIt(String pointer, String path) {
        assertThat(NationalFieldNames.pathOf(pointer)).isEqualTo(path);
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        Bilingual text = new Bilingual("không được trước submittedAt", "the status must not lie before acceptedAt");

        assertThat(NationalFieldNames.inText(text))
                .isEqualTo(
                        new Bilingual("không được trước NgayNopHoSo", "the status must not lie before NgayTiepNhan"));
    }
}
