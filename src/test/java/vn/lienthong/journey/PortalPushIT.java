package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Hồ sơ đi từ một cửa tới Cổng dịch vụ công quốc gia")
class PortalPushIT {
    private final Sandbox sandbox;

    PortalPushIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Một hồ sơ được nhận, gửi đi và Cổng có đúng nội dung đó")
    void carriesADossierToThePortal() {
        String number = MadeUp.number();

        JsonNode accepted = sandbox.tell(number, MadeUp.state(1, "IN_PROGRESS"));
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(accepted.path("dossierNumber").asText()).isEqualTo(number);
        assertThat(accepted.path("revision").asInt()).isEqualTo(1);
        assertThat(accepted.path("eventId").asText()).hasSize(36);
        assertThat(accepted.path("deliveries").get(0).path("partner").asText()).isEqualTo("portal");
        JsonNode shown = only(number);
        assertThat(shown.path("service").asText()).isEqualTo("DongBoHoSoMC");
        assertThat(shown.path("isUpdating").asBoolean(true)).isFalse();
        assertThat(shown.path("MaHoSo").asText()).isEqualTo(number);
        assertThat(shown.path("MaTTHC").asText()).isEqualTo("1.001193");
        assertThat(shown.path("TrangThaiHoSo").asText()).isEqualTo("4");
        assertThat(shown.path("KenhThucHien").asText()).isEqualTo("1");
        assertThat(shown.path("LoaiDoiTuong").asText()).isEqualTo("1");
        assertThat(shown.path("ChuHoSo").asText()).isEqualTo("Nguyễn Văn Mẫu");
        assertThat(shown.path("TrichYeuHoSo").asText()).isEqualTo("Đăng ký khai sinh, lần 1");
        assertThat(shown.path("NgayTiepNhan").asText()).hasSize(14).endsWith("075000");
    }

    @Test
    @DisplayName("Trường của mẫu quốc gia không có chỗ riêng được chuyển nguyên vẹn")
    void carriesNationalFieldsUntouched() {
        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "ACCEPTED");
        state.putObject("national").put("GhiChu", "Trẻ sinh tại Bệnh viện Mẫu").put("TruongLa", "giữ nguyên");

        sandbox.tell(number, state);
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(only(number).path("GhiChu").asText()).isEqualTo("Trẻ sinh tại Bệnh viện Mẫu");
        assertThat(only(number).path("TruongLa").asText()).isEqualTo("giữ nguyên");
    }

    @Test
    @DisplayName("Trạng thái rồi các bước rồi trạng thái tới Cổng đúng thứ tự đã gửi")
    void keepsTheOrderOfStatesAndSteps() {
        String number = MadeUp.number();

        sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
        sandbox.ward().progress(number, MadeUp.step(1, "ACCEPTED")).expect(202);
        sandbox.tell(number, MadeUp.state(2, "IN_PROGRESS"));
        sandbox.ward().progress(number, MadeUp.step(2, "IN_PROGRESS")).expect(202);
        sandbox.tell(number, MadeUp.state(3, "PROCESSED"));
        sandbox.tell(number, MadeUp.state(4, "RETURNED"));
        sandbox.awaitAll(number, "CONFIRMED");

        List<JsonNode> history = sandbox.portal().history(number);
        assertThat(history)
                .extracting(effect -> effect.path("service").asText().substring(0, 4)
                        + effect.path("TrangThaiHoSo").asText()
                        + effect.path("TrangThai").asText())
                .containsExactly("Dong2", "CapN2", "Dong4", "CapN4", "Dong9", "Dong10");
        assertThat(history.get(1).path("NguoiXuLy").asText()).isEqualTo("Trần Thị Mẫu");
        assertThat(history.get(1).path("NoiDungXuLy").asText()).isEqualTo("Bước xử lý số 1");
        assertThat(history.get(2).path("isUpdating").asBoolean(false)).isTrue();
    }

    @Test
    @DisplayName("Gửi lại nguyên văn thì nhận câu trả lời cũ và Cổng chỉ thấy một lần")
    void answersARepeatAsBefore() {
        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "ACCEPTED");

        JsonNode first = sandbox.tell(number, state);
        JsonNode second = sandbox.tell(number, state);
        sandbox.ward().progress(number, MadeUp.step(1, "ACCEPTED")).expect(202);
        Reply repeated = sandbox.ward().progress(number, MadeUp.step(1, "ACCEPTED"));
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(second.path("eventId")).isEqualTo(first.path("eventId"));
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(sandbox.portal().history(number)).hasSize(2);
    }

    @Test
    @DisplayName("Idempotency-Key: cùng thân thì trả lời cũ, khác thân thì từ chối")
    void honoursTheIdempotencyKey() {
        String number = MadeUp.number();
        String[] key = {"Idempotency-Key", "key-" + number};

        Reply first =
                sandbox.ward().put(number, MadeUp.state(1, "ACCEPTED"), key).expect(202);
        Reply second =
                sandbox.ward().put(number, MadeUp.state(1, "ACCEPTED"), key).expect(202);
        Reply other = sandbox.ward().put(number, MadeUp.state(2, "IN_PROGRESS"), key);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY-MISMATCH");
    }

    @Test
    @DisplayName("Đọc lại hồ sơ: trạng thái, ETag, dòng thời gian, việc gửi")
    void showsTheDossierBack() {
        String number = MadeUp.number();
        sandbox.tell(number, MadeUp.state(7, "ACCEPTED"));
        sandbox.ward().progress(number, MadeUp.step(1, "ACCEPTED")).expect(202);
        sandbox.awaitAll(number, "CONFIRMED");

        Reply state = sandbox.ward().get("/v1/dossiers/" + number).expect(200);
        Reply unchanged = sandbox.ward().get("/v1/dossiers/" + number, "If-None-Match", state.header("ETag"));
        JsonNode timeline = sandbox.ward()
                .get("/v1/dossiers/" + number + "/timeline")
                .expect(200)
                .json();

        assertThat(state.json().path("revision").asInt()).isEqualTo(7);
        assertThat(state.json().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(state.json().path("applicant").path("name").asText()).isEqualTo("Nguyễn Văn Mẫu");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(timeline.path("items").size()).isGreaterThanOrEqualTo(4);
        assertThat(sandbox.deliveries(number))
                .extracting(delivery -> delivery.path("kind").asText())
                .containsExactly("dossier", "progress");
    }

    private JsonNode only(String number) {
        List<JsonNode> history = sandbox.portal().history(number);
        assertThat(history).hasSize(1);
        return history.getFirst();
    }
}
