package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.intake.compat.CompatCaller;
import vn.lienthong.intake.compat.CompatCaller.Answer;
import vn.lienthong.intake.compat.Items;

@InSandbox
@DisplayName("Phần mềm một cửa đang nói giao thức quốc gia chỉ cần đổi địa chỉ kết nối")
class NationalProtocolIT {
    private static final String WARD = "H15.24133";

    private final Sandbox sandbox;
    private final CompatCaller vendor;

    NationalProtocolIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.vendor = new CompatCaller(URI.create(sandbox.gateway().url()).getPort());
    }

    @Test
    @DisplayName("Trực tiếp: đăng nhập, gửi hồ sơ và tiến độ từ tiếp nhận đến trả kết quả, gửi lặp không nhân đôi")
    void aDossierLivesItsLife_inTheDirectForm() {
        String session = vendor.login(WARD);
        String number = Items.number(WARD);
        ObjectNode accepted = Items.dossier(number);
        ObjectNode finished = Items.dossier(number).put("TrangThaiHoSo", "9").put("NgayKetThucXuLy", "20251002160000");
        ObjectNode returned = finished.deepCopy().put("TrangThaiHoSo", "10").put("NgayTra", "20251003090000");

        success(vendor.dossiers(session, WARD, false, List.of(accepted)));
        success(vendor.steps(session, WARD, List.of(Items.step(number, "20251001083000", "2", "Tiếp nhận hồ sơ"))));
        success(vendor.dossiers(
                session, WARD, true, List.of(Items.dossier(number).put("TrangThaiHoSo", "4"))));
        success(vendor.steps(
                session,
                WARD,
                List.of(
                        Items.step(number, "20251001140000", "4", "Thẩm tra hồ sơ"),
                        Items.step(number, "20251002160000", "9", "Ký giấy khai sinh"))));
        success(vendor.dossiers(session, WARD, true, List.of(finished)));
        success(vendor.dossiers(session, WARD, true, List.of(returned)));

        // the line was cut, the vendor's queue sends the day once more, from its beginning
        success(vendor.dossiers(session, WARD, false, List.of(accepted)));
        success(vendor.steps(session, WARD, List.of(Items.step(number, "20251001083000", "2", "Tiếp nhận hồ sơ"))));
        success(vendor.dossiers(session, WARD, true, List.of(returned)));

        JsonNode shown = vendor.lookUp(session, WARD, number).result().get(0);
        assertThat(shown.path("TrangThaiHoSo").asText()).isEqualTo("10");
        assertThat(shown.path("NgayTra").asText()).isEqualTo("20251003090000");
        assertThat(shown.path("DanhSachTienDo").findValuesAsText("NoiDungXuLy"))
                .containsExactly("Tiếp nhận hồ sơ", "Thẩm tra hồ sơ", "Ký giấy khai sinh");
        JsonNode dossier = asTheNativeFaceShows(number);
        assertThat(dossier.path("version").asInt()).isEqualTo(7);
        assertThat(dossier.path("status").asText()).isEqualTo("RETURNED");
        assertThat(dossier.path("applicant").path("name").asText()).isEqualTo("Nguyễn Văn Mẫu");
        sandbox.awaitAll(number, "CONFIRMED");
        assertThat(sandbox.portal().history(number))
                .extracting(effect -> effect.path("service").asText().substring(0, 4)
                        + effect.path("TrangThaiHoSo").asText()
                        + effect.path("TrangThai").asText())
                .containsExactly("Dong2", "CapN2", "Dong4", "CapN4", "CapN9", "Dong9", "Dong10");
    }

    @Test
    @DisplayName("Cổng quốc gia nhận đúng từng trường như phần mềm đã gửi, kể cả trường lạ và tên gọi riêng")
    void thePortalGetsWhatTheVendorSent() {
        String number = Items.number(WARD);
        ObjectNode item =
                Items.dossier(number).put("TruongLa", "giữ nguyên").put("TenTTHC", "Đăng ký khai sinh (tên cũ)");
        item.putArray("DanhSachLePhi")
                .addObject()
                .put("TenPhiLePhi", "Lệ phí")
                .put("MaPhiLePhi", "LP01")
                .put("HinhThucThu", "9")
                .put("Gia", "8000")
                .put("LoaiPhiLePhi", "1");

        success(vendor.dossiers(vendor.login(WARD), WARD, true, List.of(item)));
        sandbox.awaitAll(number, "CONFIRMED");

        JsonNode shown = sandbox.portal().history(number).getFirst();
        item.properties().forEach(field -> {
            if (!field.getValue().isTextual() || !field.getValue().asText().isEmpty()) {
                assertThat(shown.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    @Test
    @DisplayName("Tiến độ đến trước hồ sơ thì chờ, có hồ sơ thì cùng tới Cổng đúng thứ tự")
    void aStepWaitsForItsDossier() {
        String session = vendor.login(WARD);
        String number = Items.number(WARD);

        success(vendor.steps(session, WARD, List.of(Items.step(number, "20251001083000", "2", "Tiếp nhận hồ sơ"))));
        success(vendor.dossiers(session, WARD, false, List.of(Items.dossier(number))));

        sandbox.awaitAll(number, "CONFIRMED");
        assertThat(sandbox.portal().history(number))
                .extracting(effect -> effect.path("service").asText())
                .containsExactly("DongBoHoSoMC", "CapNhatTienDoHoSoMC");
    }

    @Test
    @DisplayName("Qua trục tỉnh: cùng hồ sơ, cùng kết quả, trả lời mã hóa hai lần")
    void theProxyForm_meansTheSame() {
        String number = Items.number(WARD);
        String session = vendor.login(WARD);
        success(vendor.dossiers(session, WARD, false, List.of(Items.dossier(number))));

        String bearer = "Bearer " + vendor.token(WARD);
        Answer again = vendor.post(
                CompatCaller.PROXY + "DongBoHoSoMC?MaDinhDanhDV=" + WARD + "&isUpdating=False",
                ("[" + Items.dossier(number) + "]").getBytes(StandardCharsets.UTF_8),
                "Authorization",
                bearer);
        Answer step = vendor.post(
                CompatCaller.PROXY + "CapNhatTienDoHoSoMC?MaDinhDanhDV=" + WARD,
                ("[" + Items.step(number, "20251001090000", "4", "Thẩm tra") + "]").getBytes(StandardCharsets.UTF_8),
                "Authorization",
                bearer);

        assertThat(again.code()).isEqualTo("0");
        assertThat(again.inner().path("error_code").asText()).isEqualTo("0");
        assertThat(step.inner().path("message").asText()).contains("thành công");
        assertThat(asTheNativeFaceShows(number).path("version").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("Hết phiên thì đăng nhập lại rồi gửi tiếp, không mất hồ sơ nào")
    void aLostSession_costsALogin() {
        String number = Items.number(WARD);
        String lost = "0".repeat(64);

        Answer refused = vendor.dossiers(lost, WARD, false, List.of(Items.dossier(number)));
        assertThat(refused.code()).isEqualTo("-2");

        success(vendor.dossiers(vendor.login(WARD), WARD, false, List.of(Items.dossier(number))));
    }

    @Test
    @DisplayName("Lô có hồ sơ sai: hồ sơ đúng được nhận, hồ sơ sai được nêu tên, cán bộ thấy việc cần làm")
    void aMixedBatch_losesNothing() {
        String session = vendor.login(WARD);
        String good = Items.number(WARD);
        String bad = Items.number(WARD);

        Answer answer = vendor.dossiers(
                session, WARD, false, List.of(Items.dossier(bad).put("NgayHenTra", "ngày mai"), Items.dossier(good)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isNotEqualTo("0");
        assertThat(answer.result().findValuesAsText("MaHoSo")).containsExactly(bad);
        assertThat(vendor.lookUp(session, WARD, good).result()).hasSize(1);
        assertThat(vendor.lookUp(session, WARD, bad).result()).isEmpty();
        JsonNode items = vendor.get(
                        "/v1/work-items?dossierNumber=" + bad, "Authorization", "Bearer " + vendor.token(WARD))
                .json();
        assertThat(items.path("items").findValuesAsText("code")).containsExactly("INTAKE-REFUSED");
    }

    @Test
    @DisplayName("Đơn vị khác không xem, không ghi và không biết có hồ sơ")
    void anotherAgency_learnsNothing() {
        String number = Items.number(WARD);
        success(vendor.dossiers(vendor.login(WARD), WARD, false, List.of(Items.dossier(number))));
        String other = vendor.login("H15.02");

        assertThat(vendor.dossiers(other, WARD, true, List.of(Items.dossier(number)))
                        .code())
                .isEqualTo("-11");
        assertThat(vendor.dossiers(other, "H15.02", true, List.of(Items.dossier(number)))
                        .code())
                .isEqualTo("-11");
        Answer lookUp = vendor.lookUp(other, "H15.02", number);
        assertThat(lookUp.code()).isEqualTo("0");
        assertThat(lookUp.result()).isEmpty();
    }

    private JsonNode asTheNativeFaceShows(String number) {
        return vendor.get("/v1/dossiers/" + number, "Authorization", "Bearer " + vendor.token(WARD))
                .json();
    }

    private static void success(Answer answer) {
        assertThat(answer.code()).as(answer.body()).isEqualTo("0");
        assertThat(answer.message()).contains("thành công");
        assertThat(answer.body()).doesNotContain("đã tồn tại");
    }
}
