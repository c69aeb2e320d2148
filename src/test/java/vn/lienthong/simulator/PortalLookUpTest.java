package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.NUMBER;
import static vn.lienthong.simulator.Samples.dossier;
import static vn.lienthong.simulator.Samples.finished;
import static vn.lienthong.simulator.Samples.step;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be asked back from the portal's twin. */
class PortalLookUpTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void aDossierWithTwoStates() {
        caller = twins.caller().signedIn();
        caller.create(dossier());
        caller.progress(step("20260131090000"), step("20260131100000"));
        caller.update(finished().put("GhiChu", "cuối"));
    }

    @Test
    void returnsTheLastFullItemAndAllSteps_whenRich() {
        JsonNode result = caller.lookUp(NUMBER);
        assertThat(result).hasSize(1);
        assertThat(result.at("/0/GhiChu").asText()).isEqualTo("cuối");
        assertThat(result.at("/0/TrangThaiHoSo").asText()).isEqualTo("9");
        assertThat(result.at("/0/DanhSachTienDo").findValuesAsText("ThoiDiemXuLy"))
                .containsExactly("20260131090000", "20260131100000");
    }

    @Test
    void returnsStatusAndDatesOnly_whenPoor() {
        caller.behaviour("{\"readBack\":\"poor\"}");
        JsonNode found = caller.lookUp(NUMBER).get(0);
        assertThat(found.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("MaHoSo", "TrangThaiHoSo", "NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy");
    }

    @Test
    void returnsAnEmptyList_whenUnknown() {
        JsonNode reply = caller.service(caller.call("TraCuuHoSo").put("mahoso", "H99.14-260131-9999"));
        assertThat(reply.path("error_code").asText()).isEqualTo("0");
        assertThat(reply.path("result").isArray()).isTrue();
        assertThat(reply.path("result")).isEmpty();
    }

    @Test
    void givesOutItsCatalogues() {
        assertThat(result("LayDanhSachTTHC").findValuesAsText("MATTHC")).contains("1.001193", "1.007254");
        assertThat(result("LayDanhMucLinhVuc").findValuesAsText("MALINHVUC")).contains("G15-HT01");
        assertThat(result("LayDanhMucCoQuan").findValuesAsText("MADONVI")).contains("H15.24133", "H99.14");
        JsonNode one = caller.service(caller.call("LayThuTuc").put("maTTHC", "1.001193"))
                .path("result");
        assertThat(one).hasSize(1);
        assertThat(one.at("/0/TENTTHC").asText()).isEqualTo("Đăng ký khai sinh");
        assertThat(caller.service(caller.call("LayThuTuc").put("maTTHC", "9.999999"))
                        .path("result"))
                .isEmpty();
    }

    private JsonNode result(String service) {
        return caller.service(caller.call(service)).path("result");
    }
}
