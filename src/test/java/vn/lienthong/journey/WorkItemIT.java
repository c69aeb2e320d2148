package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Việc chờ người xem")
class WorkItemIT {
    private static final String WHY = "{\"reason\":\"Đã kiểm tra bản giấy\"}";

    private final Sandbox sandbox;

    WorkItemIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Hồ sơ xong rồi lại mở: vẫn nhận, cơ quan thấy việc cần xem và giải quyết được")
    void asksTheAgencyToLook_whenAFinishedDossierIsOpenedAgain() {
        String number = MadeUp.number();
        sandbox.tell(number, MadeUp.state(1, "PROCESSED"));
        sandbox.tell(number, MadeUp.state(2, "IN_PROGRESS"));

        JsonNode item = only(sandbox.ward(), number);
        String resolve = "/v1/work-items/" + item.path("id").asText() + "/resolve";
        Reply foreign = sandbox.client("H15.02").post(resolve, WHY);
        Reply resolved = sandbox.ward().post(resolve, WHY);
        Reply again = sandbox.ward().post(resolve, WHY);

        assertThat(item.path("code").asText()).isEqualTo("DOSSIER-STATUS-UNUSUAL");
        assertThat(item.path("agency").asText()).isEqualTo(MadeUp.WARD);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(resolved.expect(200).json().path("state").asText()).isEqualTo("RESOLVED");
        assertThat(resolved.json().path("resolution").asText()).isEqualTo("Đã kiểm tra bản giấy");
        assertThat(again.status()).isEqualTo(409);
        assertThat(open(sandbox.ward(), number).size()).isZero();
    }

    @Test
    @DisplayName("Số định danh có vẻ bịa: vẫn nhận, thành việc cần xem")
    void asksTheAgencyToLook_whenAnIdentityLooksMadeUp() {
        String number = MadeUp.number();
        var state = MadeUp.state(1, "ACCEPTED");
        ((com.fasterxml.jackson.databind.node.ObjectNode) state.path("applicant")).put("personalId", "000000000001");

        sandbox.tell(number, state);

        assertThat(only(sandbox.ward(), number).path("code").asText()).isEqualTo("DOSSIER-IDENTITY");
    }

    @Test
    @DisplayName("Hồ sơ bị từ chối khi nhận cũng thành việc, vì phần mềm gửi thường không đọc trả lời")
    void asksTheAgencyToLook_whenATellingWasRefused() {
        String number = MadeUp.number();

        sandbox.ward()
                .put(number, MadeUp.state(1, "ACCEPTED").put("procedureCode", "9.999999"))
                .expect(422);

        assertThat(only(sandbox.ward(), number).path("code").asText()).isEqualTo("INTAKE-REFUSED");
        assertThat(open(sandbox.client("ops"), number).size()).isEqualTo(1);
        assertThat(open(sandbox.client("H15.02"), number).size()).isZero();
    }

    private static JsonNode only(Client client, String number) {
        JsonNode items = open(client, number);
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }

    private static JsonNode open(Client client, String number) {
        return client.get("/v1/work-items?state=OPEN&dossierNumber=" + number)
                .expect(200)
                .json()
                .path("items");
    }
}
