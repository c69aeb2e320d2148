package vn.lienthong.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedure.Fee;
import vn.lienthong.catalogue.Procedure.Level;
import vn.lienthong.catalogue.Procedure.TimeUnit;

class ProcedureFormTest {
    private static final String WHOLE = """
            {"MATTHC":"1.001193.000.00.00.H15","TENTTHC":" Đăng ký khai sinh ","TRANGTHAI":1,
             "CAPTHUCHIEN":[{"CAPTHUCHIEN":"3"},{"CAPTHUCHIEN":2},{"CAPTHUCHIEN":1}],
             "LINHVUCTHUCHIEN":[{"MALINHVUC":"G15-HT01","TENLINHVUC":"Hộ tịch"}],
             "CACHTHUCTHUCHIEN":[
              {"KENH":"2","THOIGIAN":[{"THOIGIANGIAIQUYET":"3","DONVITINH":"Ngày","PHILEPHI":[{"MAPHILEPHI":"LP01","SOTIEN":"0"}]}]},
              {"KENH":1,"THOIGIAN":[{"THOIGIANGIAIQUYET":"5","DONVITINH":"NGÀY LÀM VIỆC","MOTA":"Năm ngày",
               "PHILEPHI":[{"MAPHILEPHI":"LP01","SOTIEN":8000,"MOTA":"Lệ phí"},{"MAPHILEPHI":"P1","SOTIEN":"2000","MOTA":"Phí bản sao"},
                {"MAPHILEPHI":"P2","SOTIEN":"theo quy định","MOTA":"Phí khác"}]}]}],
             "THANHPHANHOSO":[{"TRUONGHOP":"Một","GIAYTO":[{"MAGIAYTO":"A","TENGIAYTO":"Tờ khai","SOBANCHINH":"1","SOBANSAO":""},
               {"MAGIAYTO":"B","TENGIAYTO":"Giấy khác"}]},{"TRUONGHOP":"Hai","GIAYTO":[{"MAGIAYTO":"A","TENGIAYTO":"Tờ khai"}]}],
             "KETQUATHUCHIEN":[{"MAKETQUA":"KQ","TENKETQUA":"Giấy khai sinh"}],
             "CANCUPHAPLY":[{"SOVANBAN":"60/2014/QH13","TENVANBAN":"Luật Hộ tịch"},{"SOVANBAN":""}],
             "COQUANPHOIHOP":[{"MADONVI":"","TENDONVI":"Công an xã"}]}
            """;

    @Test
    void readsWhatThePortalTells() {
        Procedure read = read(text -> text);
        assertThat(read.code()).isEqualTo("1.001193");
        assertThat(read.name()).isEqualTo("Đăng ký khai sinh");
        assertThat(read.levels()).containsExactly(Level.PROVINCE, Level.COMMUNE);
        assertThat(read.processing().amount()).isEqualTo(5);
        assertThat(read.processing().unit()).isEqualTo(TimeUnit.WORKING_DAY);
        assertThat(read.fees())
                .containsExactly(
                        new Fee("LP01", "Lệ phí", "FEE", 8000, 0L), new Fee("P1", "Phí bản sao", "CHARGE", 2000, null));
        assertThat(read.component("A").orElseThrow().required()).isTrue();
        assertThat(read.component("B").orElseThrow().required())
                .as("of one case only")
                .isFalse();
        assertThat(read.legalBasis()).hasSize(1);
        assertThat(read.takingPart()).containsExactly("Công an xã");
        assertThat(read.registers()).isEmpty();
        assertThat(read.onlineService()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Giờ làm việc, WORKING_HOUR", "Ngày, DAY", "Tháng, MONTH", "Tuần trăng, BY_BRANCH", "'', BY_BRANCH"})
    void readsTheUnitOfTime_andGuessesNone(String told, TimeUnit unit) {
        assertThat(read(text -> text.replace("NGÀY LÀM VIỆC", told))
                        .processing()
                        .unit())
                .isEqualTo(unit);
    }

    @Test
    void readsATimeOfNoSense_asWordsOnly() {
        assertThat(read(text -> text.replace("\"5\"", "\"999999999999\""))
                        .processing()
                        .amount())
                .isNull();
        assertThat(read(text -> text.replace("\"5\"", "\"-5\"")).processing().amount())
                .isNull();
    }

    @Test
    void leavesOut_whatIsNotPublic() {
        assertThat(ProcedureForm.read("1.001193", node(WHOLE.replace("\"TRANGTHAI\":1", "\"TRANGTHAI\":0"))))
                .isEmpty();
    }

    @Test
    void refuses_whatIsTooLongOrMeantForAnother() {
        assertThatThrownBy(() -> read(text -> text.replace("Đăng ký khai sinh", "x".repeat(5000))))
                .isInstanceOf(UnfitCatalogue.class);
        assertThatThrownBy(() -> read(text -> text.replace("1.001193", "1.001194")))
                .isInstanceOf(UnfitCatalogue.class);
        assertThatThrownBy(() -> read(text -> text.replace("\"MALINHVUC\":\"G15-HT01\",", "")))
                .isInstanceOf(UnfitCatalogue.class);
    }

    private static Procedure read(UnaryOperator<String> change) {
        return ProcedureForm.read("1.001193", node(change.apply(WHOLE))).orElseThrow();
    }

    private static JsonNode node(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
