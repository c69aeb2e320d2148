package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.MadeUp;

@InSandbox
@DisplayName("Thêm đối tác bằng tệp, không viết Java: cổng của một bộ")
class AddedPartnerIT {
    private static final int SHORTER_THAN_SETTLE = 700;
    private static final int LONGER_THAN_READ_TIMEOUT = 4000;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static AddedPartner added;

    @BeforeAll
    static void start(Sandbox sandbox) {
        added = new AddedPartner(sandbox.simulators());
    }

    @AfterAll
    static void end() {
        added.close();
    }

    @AfterEach
    void heal() {
        added.heal();
    }

    @Test
    @DisplayName("Hồ sơ tới nơi đúng thứ tự, đúng mẫu của bộ; bằng chứng được giữ")
    void tellsADossierInOrder_inThePartnersForm_withEvidence() {
        String number = MadeUp.number();
        added.tell(number, 1, "ACCEPTED");
        added.step(number, 1);
        added.tell(number, 2, "IN_PROGRESS");
        added.step(number, 2);
        added.tell(number, 3, "PROCESSED");
        added.await(number, "CONFIRMED");

        assertThat(added.effects(number))
                .extracting(effect -> effect.path("service").asText()
                        + effect.path("item").path("TrangThai").asText())
                .containsExactly(
                        "ThemHoSoDA_NHAN", "ThemTienDo4", "CapNhatHoSoDANG_XU_LY", "ThemTienDo4", "CapNhatHoSoXONG");
        JsonNode first = added.effects(number).getFirst().path("item");
        assertThat(first.path("MaTTHC").asText()).isEqualTo(AddedPartner.PROCEDURE);
        assertThat(first.path("TenTTHC").asText()).isEqualTo("Đăng ký thành lập hộ kinh doanh");
        assertThat(first.path("ChuHo").path("HoTen").asText()).isEqualTo("Nguyễn Văn Mẫu");
        assertThat(first.path("NgayTiepNhan").asText()).endsWith(" 07:50:00");
        assertThat(first.path("Nguon").asText()).isEqualTo("LIEN-THONG");
        for (JsonNode delivery : added.deliveries(number)) {
            String evidence = delivery.path("evidenceId").asText();
            assertThat(Client.of(added.gateway().url(), "auditor")
                            .get("/v1/evidence/" + evidence)
                            .status())
                    .as("the evidence of " + delivery.path("kind").asText())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("Thủ tục khác không tới đối tác này")
    void getsOnlyTheProceduresOfItsEntry() {
        String other = MadeUp.number();
        added.ward().put(other, MadeUp.state(1, "ACCEPTED")).expect(202);
        String own = added.held();

        assertThat(added.deliveries(other)).isEmpty();
        assertThat(added.effects(other)).isEmpty();
        assertThat(added.effects(own)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"error", "reset-before", "throttle", "session-expired", "down"})
    @DisplayName("Lỗi trước khi có hiệu lực: gửi lại khi bên kia khỏe, chỉ một lần")
    void sendsAgain_whenNothingTookEffect(String mode) {
        String number = MadeUp.number();
        added.fault(mode, 0);
        added.tell(number, 1, "ACCEPTED");
        added.awaitAttempt(number);
        added.heal();
        added.await(number, "CONFIRMED");

        assertThat(added.effects(number)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"reset-after", "garbage", "truncated", "wrong-encoding", "late-effect"})
    @DisplayName("Mất trả lời sau khi có hiệu lực: hỏi lại rồi xác nhận, không gửi lần hai")
    void asksInsteadOfSendingAgain_whenTheAnswerIsLost(String mode) {
        String number = MadeUp.number();
        int repeats = added.repeats();
        added.fault(mode, "create", SHORTER_THAN_SETTLE);
        added.tell(number, 1, "ACCEPTED");
        added.await(number, "CONFIRMED");

        assertThat(added.last(number).path("attempts").asInt()).isEqualTo(1);
        assertThat(added.effects(number)).hasSize(1);
        assertThat(added.repeats()).isEqualTo(repeats);
    }

    @Test
    @DisplayName("Bên kia im lặng: hỏi lại rồi xác nhận")
    void asks_whenThePartnerIsSilent() {
        String number = MadeUp.number();
        added.fault("delay", "create", LONGER_THAN_READ_TIMEOUT);
        added.tell(number, 1, "ACCEPTED");
        added.await(number, "CONFIRMED");

        assertThat(added.effects(number)).hasSize(1);
    }

    @Test
    @DisplayName("Bước mất trả lời: kể lại được thì xác nhận, không thì đợi người")
    void aStepWhoseAnswerIsLost_isConfirmedWhereShown_andParkedWhereNot() {
        String shown = added.held();
        added.fault("reset-after", "progress", 0);
        added.step(shown, 1);
        added.await(shown, "CONFIRMED");
        added.heal();

        String hidden = added.held();
        added.readBack("poor");
        added.fault("reset-after", "progress", 0);
        added.step(hidden, 1);
        added.awaitLast(hidden, "PARKED");

        assertThat(added.effects(shown)).hasSize(2);
        assertThat(added.last(hidden).path("reason").asText()).isEqualTo("MAYBE-SENT");
    }

    @Test
    @DisplayName("Hồ sơ đã có ở bên kia bằng đường khác: gửi tiếp dưới dạng cập nhật")
    void goesOnAsAnUpdate_whereTheDossierIsThereAlready() {
        String number = MadeUp.number();
        added.bringByAnotherRoad(number);
        added.tell(number, 1, "ACCEPTED");
        added.await(number, "CONFIRMED");

        assertThat(added.effects(number))
                .extracting(effect -> effect.path("service").asText())
                .containsExactly("ThemHoSo", "CapNhatHoSo");
    }

    @Test
    @DisplayName("Không diễn đạt được theo mẫu của bộ: chưa gửi gì, nêu rõ trường nào")
    void leavesToTheAgency_whatDoesNotFitThePartnersForm() {
        String number = MadeUp.number();
        ObjectNode state = AddedPartner.state(1, "ACCEPTED");
        ((ObjectNode) state.path("applicant")).put("name", "Mẫu ".repeat(70).strip());
        added.ward().put(number, state).expect(202);
        added.awaitLast(number, "REFUSED");

        assertThat(added.last(number).path("reason").asText()).isEqualTo("CONTENT-UNSENDABLE");
        assertThat(added.last(number).path("detail").asText()).contains("ChuHo.HoTen");
        assertThat(added.effects(number)).isEmpty();
    }

    @Test
    @DisplayName("Tạm ngừng rồi mở lại; trang Đối tác thấy đối tác và tuyến của nó")
    void isPausedAndSeen_asEveryPartner() throws IOException, InterruptedException {
        String number = MadeUp.number();
        String pause = "/v1/partners/" + AddedPartner.ID + "/%s";
        added.ops()
                .post(pause.formatted("pause"), "{\"reason\":\"chờ bộ mở cổng\"}")
                .expect(200);
        added.tell(number, 1, "ACCEPTED");
        assertThat(added.last(number).path("state").asText()).isEqualTo("READY");
        added.ops().post(pause.formatted("resume"), "{\"reason\":\"đã mở\"}").expect(200);
        added.await(number, "CONFIRMED");

        assertThat(Http.send("GET", added.gateway().url() + "/actuator/health/readiness", null)
                        .status())
                .isEqualTo(200);
        assertThat(partnersPage()).contains(AddedPartner.ID).contains(AddedPartner.ID + "-push-dossier");
    }

    private static String partnersPage() throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String url = added.gateway().url();
        String form = browser.send(
                        HttpRequest.newBuilder(URI.create(url + "/login")).build(), BodyHandlers.ofString())
                .body();
        Matcher csrf = CSRF.matcher(form);
        assertThat(csrf.find()).isTrue();
        browser.send(
                HttpRequest.newBuilder(URI.create(url + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=operator&password=operator&_csrf=" + csrf.group(1)))
                        .build(),
                BodyHandlers.discarding());
        return browser.send(
                        HttpRequest.newBuilder(URI.create(url + "/partners"))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
