package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Ai được làm gì")
class RightsIT {
    private final Sandbox sandbox;

    RightsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Hồ sơ của cơ quan khác được trả lời như không tồn tại")
    void hidesAForeignDossier() {
        String number = MadeUp.number();
        sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
        Client department = sandbox.client("H15.02");

        for (String path : new String[] {"", "/timeline", "/deliveries"}) {
            Reply foreign = department.get("/v1/dossiers/" + number + path);
            Reply unknown = department.get("/v1/dossiers/" + MadeUp.number() + path);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo(unknown.code()).isEqualTo("DOSSIER-NOT-FOUND");
        }
        Reply step = department.progress(number, MadeUp.step(1, "ACCEPTED"));
        assertThat(step.status()).isEqualTo(404);
        assertThat(step.code())
                .isEqualTo(department
                        .progress(MadeUp.number(), MadeUp.step(1, "ACCEPTED"))
                        .code());
        assertThat(sandbox.deliveries(number)).hasSize(1);
    }

    @Test
    @DisplayName("Không gửi được hồ sơ thay cơ quan khác")
    void refusesToTellForAnotherAgency() {
        String number = MadeUp.number("H15.02");

        Reply reply = sandbox.client("H15.02").put(number, MadeUp.state(1, "ACCEPTED"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("ACCESS-AGENCY");
    }

    @Test
    @DisplayName("Mỗi quyền chỉ mở đúng cửa của nó")
    void keepsEachScopeToItsDoor() {
        String number = MadeUp.number();

        assertThat(sandbox.client("ops")
                        .put(number, MadeUp.state(1, "ACCEPTED"))
                        .code())
                .isEqualTo("ACCESS-SCOPE");
        assertThat(sandbox.client("vnpost").get("/v1/dossiers/" + number).status())
                .isEqualTo(403);
        assertThat(sandbox.client("bhxh").get("/v1/work-items").status()).isEqualTo(403);
        assertThat(sandbox.client("auditor").get("/v1/deliveries").status()).isEqualTo(403);
        assertThat(sandbox.ward().get("/v1/deliveries").status()).isEqualTo(403);
        assertThat(sandbox.ward()
                        .post("/v1/deliveries/1/retry", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("Không có mã truy cập, hoặc mã hỏng: 401 có lý do")
    void asksForAToken() {
        Reply none = new Client(sandbox.gateway().url(), "").get("/v1/dossiers/" + MadeUp.number());
        Client ward = sandbox.ward();
        String other = ward.token().substring(0, ward.token().length() - 4) + "AAAA";
        Reply forged = new Client(ward.gateway(), other).put(MadeUp.number(), MadeUp.state(1, "ACCEPTED"));

        assertThat(none.status()).isEqualTo(401);
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.code()).isEqualTo("ACCESS-TOKEN-INVALID");
        assertThat(forged.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
