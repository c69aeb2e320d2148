package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The twins of the business register, of social insurance and of the store of papers. */
class JsonRegistersTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void connect() {
        caller = twins.caller();
    }

    @Test
    void tellsACompanyByItsTaxCode() {
        var company = caller.get("/business/chiTietDoanhNghiep?msdn=6001234567");
        var nobody = caller.get("/business/chiTietDoanhNghiep?msdn=6000000000");

        assertThat(company.path("Status").asText()).isEqualTo("1");
        assertThat(company.at("/Data/MainInformation/NAME").asText()).contains("MẪU");
        assertThat(nobody.path("Status").asText()).isEqualTo("0");
        assertThat(caller.get("/__sim/business/stats").path("calls").asInt()).isEqualTo(2);
    }

    @Test
    void tellsAnInsuredPersonByNumber_andObeysItsKnobs() {
        String door = "/insurance-register/apiBHXH/getTraCuuTtHgdByMaSoBhxh";
        String question = "{\"maSoBhxh\":\"066090000011\"}";

        assertThat(text(door, question)).contains("NGUYỄN VĂN MẪU");
        assertThat(text(door, "{}")).contains("\"trangThai\":\"-1\"");
        assertThat(caller.send("GET", door, "").statusCode()).isEqualTo(404);
        caller.put("/__sim/insurance-register/faults", "{\"mode\":\"error\"}");
        assertThat(caller.send("POST", door, question).statusCode()).isEqualTo(500);
        assertThat(caller.get("/__sim/insurance-register/entries").size()).isEqualTo(2);
    }

    @Test
    void tellsThePapersOfAnOwner() {
        String door = "/paper-store/khoSoHoa/traCuu";

        assertThat(text(door, "{\"SoDinhDanhChuSoHuu\":\"066090000011\"}")).contains("11/GPXD");
        assertThat(text(door, "{\"SoDinhDanhChuSoHuu\":\"066193000012\"}"))
                .contains("\"errorCode\":\"0\"", "\"DanhSachGiayToKetQua\":[]");
    }

    @Test
    void tellsACivilRegistration_byItsKindAndNumber() {
        String door = "/civil-register/apiHoTichTuPhap/traHoSo";

        assertThat(text(door, "{\"module\":\"KS\",\"maHoSo\":66000123}")).contains("\"soDangKy\":\"123\"");
        assertThat(text(door, "{\"module\":\"KT\",\"maHoSo\":66000123}")).contains("\"status\":0", "RECORD_NOT_FOUND");
    }

    private String text(String door, String question) {
        return new String(caller.send("POST", door, question).body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
