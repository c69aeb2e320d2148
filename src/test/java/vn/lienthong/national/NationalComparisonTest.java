package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import vn.lienthong.national.NationalComparison.Verdict;

class NationalComparisonTest {
    private static final String SENT = """
            {"MaHoSo":"H15-261121-0001","MaTTHC":"1.001193","ChuHoSo":"Nguyễn Văn Mẫu","LoaiDoiTuong":"1",
             "TrangThaiHoSo":"9","NgayHenTra":"","TaiLieuNop":[{"TepDinhKemId":"1","IsDeleted":"False"}]}""";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void sameContent_isRecognised_whateverTheFormAndWhatThePortalAdds() {
        assertThat(dossier("""
                        {"id":77,"MaHoSo":"H15-261121-0001","MaTTHC":"1.001193","ChuHoSo":"Nguyễn Văn Mẫu",
                         "LoaiDoiTuong":1,"TrangThaiHoSo":9,"NgayHenTra":null,"Fax":"",
                         "TaiLieuNop":[{"TepDinhKemId":1,"IsDeleted":"False","SoTrang":3}],"DanhSachTienDo":[]}""")).isEqualTo(Verdict.SHOWS_THIS);
    }

    @Test
    void otherValue_missingPaper_orFieldWeDoNotHave_isAnotherContent() {
        assertThat(dossier(SENT.replace("\"9\"", "\"4\""))).isEqualTo(Verdict.SHOWS_ANOTHER);
        assertThat(dossier(SENT.replace("{\"TepDinhKemId\":\"1\",\"IsDeleted\":\"False\"}", "")))
                .isEqualTo(Verdict.SHOWS_ANOTHER);
        assertThat(dossier(SENT.replace("\"NgayHenTra\":\"\"", "\"NgayHenTra\":\"20261130170000\"")))
                .isEqualTo(Verdict.SHOWS_ANOTHER);
    }

    @Test
    void statusAndDatesAlone_cannotTell() {
        assertThat(dossier("{\"MaHoSo\":\"H15-261121-0001\",\"TrangThaiHoSo\":\"9\"}"))
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(dossier("{\"MaHoSo\":\"H15-261121-0001\",\"TrangThaiHoSo\":\"4\"}"))
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(dossier("[]")).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void step_isLookedForAmongTheStepsShown() {
        String step = "{\"ThoiDiemXuLy\":\"20261121091500\",\"NguoiXuLy\":\"A\",\"TrangThai\":\"4\"}";
        assertThat(step("{\"DanhSachTienDo\":[{}," + step.replace("\"4\"", "4") + "]}", step))
                .isEqualTo(Verdict.SHOWS_THIS);
        assertThat(step("{\"DanhSachTienDo\":[" + step.replace("A", "B") + "]}", step))
                .isEqualTo(Verdict.SHOWS_ANOTHER);
        assertThat(step("{\"DanhSachTienDo\":[]}", step)).isEqualTo(Verdict.SHOWS_ANOTHER);
        assertThat(step("{\"TrangThaiHoSo\":\"4\"}", step)).isEqualTo(Verdict.CANNOT_TELL);
    }

    private Verdict dossier(String shown) {
        return NationalComparison.ofDossier(read(shown), read(SENT));
    }

    private Verdict step(String shown, String sent) {
        return NationalComparison.ofStep(read(shown), read(sent), "DanhSachTienDo");
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
