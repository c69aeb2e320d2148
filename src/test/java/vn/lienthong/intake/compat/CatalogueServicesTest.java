package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CompatHttpTest
class CatalogueServicesTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    private CompatCaller caller;
    private String session;

    @BeforeEach
    void signIn() {
        caller = new CompatCaller(port);
        session = caller.login(WARD);
    }

    @Test
    void givesOut_aProcedureInItsNationalShape() {
        JsonNode procedure = caller.direct(
                        CompatCaller.call(session, WARD, "LayThuTuc").put("maTTHC", "1.001193.000.00.00.H15"))
                .result()
                .get(0);

        assertThat(procedure.path("MATTHC").asText()).isEqualTo("1.001193");
        assertThat(procedure.path("TRANGTHAI").isInt()).isTrue();
        assertThat(procedure.path("CAPTHUCHIEN").get(0).path("CAPTHUCHIEN").asText())
                .isEqualTo("3");
        assertThat(procedure.path("LINHVUCTHUCHIEN").get(0).path("MALINHVUC").asText())
                .isEqualTo("G15-HT01");
        assertThat(procedure.path("CACHTHUCTHUCHIEN").findValuesAsText("KENH")).containsExactly("1", "2");
        JsonNode online =
                procedure.path("CACHTHUCTHUCHIEN").get(1).path("THOIGIAN").get(0);
        assertThat(online.path("PHILEPHI").findValuesAsText("SOTIEN")).containsOnly("0");
        assertThat(procedure
                        .path("THANHPHANHOSO")
                        .get(0)
                        .path("GIAYTO")
                        .get(0)
                        .path("MAGIAYTO")
                        .asText())
                .isEqualTo("TP01");
        assertThat(procedure.path("KETQUATHUCHIEN").get(0).path("MAKETQUA").asText())
                .isNotEmpty();
        assertThat(procedure.path("DOITUONGTHUCHIEN").isArray()).isTrue();
    }

    @Test
    void givesNothing_forAnUnknownProcedure() {
        var answer = caller.direct(CompatCaller.call(session, WARD, "LayThuTuc").put("maTTHC", "9.999999"));

        assertThat(answer.code()).isEqualTo("0");
        assertThat(answer.result().isArray()).isTrue();
        assertThat(answer.result()).isEmpty();
    }

    @Test
    void givesOut_lists() {
        assertThat(list("LayDanhSachTTHC").findValuesAsText("TENTTHC")).contains("Đăng ký khai sinh");
        assertThat(list("LayDanhMucLinhVuc").findValuesAsText("MANGANH")).contains("G15");
        assertThat(list("LayDanhMucLinhVuc").findValuesAsText("MALINHVUC")).doesNotHaveDuplicates();
        assertThat(list("LayDanhMucCoQuan").findValuesAsText("MADONVI"))
                .contains("H15", WARD)
                .doesNotContain("000.24.15.H15");
    }

    private JsonNode list(String service) {
        return caller.direct(CompatCaller.call(session, WARD, service)).result();
    }
}
