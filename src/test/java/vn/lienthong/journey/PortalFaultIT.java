package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.testing.MadeUp;

@InSandbox
@DisplayName("Cổng trục trặc: không mất, không gửi hai lần")
class PortalFaultIT {
    private static final String PUSH = "DongBoHoSoMC";
    private static final int SHORTER_THAN_SETTLE = 700;

    private final Sandbox sandbox;

    PortalFaultIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"error", "reset-before", "throttle", "session-expired", "down"})
    @DisplayName("Lỗi trước khi có hiệu lực: gửi lại khi Cổng khỏe, chỉ một lần")
    void sendsAgain_whenNothingTookEffect(String mode) {
        String number = MadeUp.number();
        sandbox.portal().fault(mode, 1, 0);

        sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
        sandbox.awaitAttempts(number, 1);
        sandbox.portal().heal();
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(sandbox.portal().history(number)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"reset-after", "garbage", "truncated", "wrong-encoding", "late-effect"})
    @DisplayName("Mất trả lời sau khi có hiệu lực: hỏi lại rồi xác nhận, không gửi lần hai")
    void asksInsteadOfSendingAgain_whenTheAnswerIsLost(String mode) {
        String number = MadeUp.number();
        int repeats = repeats();
        sandbox.portal().fault(mode, PUSH, SHORTER_THAN_SETTLE);

        sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
        sandbox.awaitAll(number, "CONFIRMED");

        JsonNode delivery = sandbox.lastDelivery(number);
        assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
        assertThat(sandbox.portal().history(number)).hasSize(1);
        assertThat(repeats()).isEqualTo(repeats);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"delay", "slow-drip"})
    @DisplayName("Cổng chậm: đợi, xác nhận, không gửi lần hai")
    void waits_whenThePortalIsSlow(String mode) {
        String number = MadeUp.number();
        sandbox.portal().fault(mode, PUSH, 1500);

        sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(sandbox.portal().history(number)).hasSize(1);
    }

    @Test
    @DisplayName("Bước xử lý mất trả lời: Cổng kể lại được thì xác nhận")
    void asksForAStep_whenItsAnswerIsLost() {
        String number = sandbox.confirmedDossier();
        sandbox.portal().fault("reset-after", "CapNhatTienDoHoSoMC", 0);

        sandbox.ward().progress(number, MadeUp.step(1, "ACCEPTED")).expect(202);
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(sandbox.portal().history(number)).hasSize(2);
    }

    @Test
    @DisplayName("Cổng không kể lại các bước: bước mất trả lời đợi người xem, người quyết thì đi tiếp")
    void parksAStep_whenNobodyCanTellWhetherItArrived() {
        String number = sandbox.confirmedDossier();
        sandbox.portal().readBack("poor");
        sandbox.portal().fault("reset-after", "CapNhatTienDoHoSoMC", 0);

        sandbox.ward().progress(number, MadeUp.step(1, "ACCEPTED")).expect(202);
        sandbox.awaitLast(number, "PARKED");
        JsonNode parked = sandbox.lastDelivery(number);
        JsonNode waiting = openWorkItems(number);
        sandbox.portal().heal();
        sandbox.portal().readBack("rich");
        sandbox.client("ops")
                .post("/v1/deliveries/" + parked.path("id").asText() + "/retry", "{\"reason\":\"Đã tra cứu tại Cổng\"}")
                .expect(202);
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(parked.path("reason").asText()).isEqualTo("MAYBE-SENT");
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(sandbox.portal().history(number)).hasSize(2);
    }

    @Test
    @DisplayName("Nội dung bị Cổng từ chối đợi cơ quan sửa; phiên bản mới đi tiếp")
    void leavesRefusedContentToTheAgency() {
        String number = MadeUp.number();
        // what the portal checks and the gateway leaves to it: a code the national list does not have
        sandbox.tell(number, withNational(1, "HoSoCoThanhPhanSoHoa", "9"));
        sandbox.awaitLast(number, "REFUSED");
        JsonNode refused = sandbox.lastDelivery(number);
        JsonNode waiting = openWorkItems(number);

        sandbox.tell(number, MadeUp.state(2, "ACCEPTED"));
        sandbox.awaitLast(number, "CONFIRMED");

        assertThat(refused.path("reason").asText()).isEqualTo("CONTENT-REFUSED");
        assertThat(refused.path("partnerCode").asText()).isEqualTo("-7");
        assertThat(refused.path("attempts").asInt()).isEqualTo(1);
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.path(0).path("code").asText()).isEqualTo("DELIVERY-REFUSED");
        assertThat(waiting.path(0).path("agency").asText()).isEqualTo(MadeUp.WARD);
        assertThat(sandbox.deliveries(number))
                .extracting(
                        delivery -> delivery.path("state").asText(),
                        delivery -> delivery.path("reason").asText())
                .containsExactly(tuple("CANCELLED", "SUPERSEDED"), tuple("CONFIRMED", ""));
        assertThat(openWorkItems(number).size()).isZero();
        assertThat(sandbox.portal().history(number)).hasSize(1);
    }

    private JsonNode openWorkItems(String number) {
        return sandbox.ward()
                .get("/v1/work-items?state=OPEN&dossierNumber=" + number)
                .expect(200)
                .json()
                .path("items");
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode withNational(
            long revision, String name, String value) {
        var state = MadeUp.state(revision, "ACCEPTED");
        state.putObject("national").put(name, value);
        return state;
    }

    private int repeats() {
        return sandbox.portal().stats().path("duplicates").asInt();
    }
}
