package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Bàn trực: tạm ngừng, sửa và gửi lại, làm hàng loạt")
class OperatorDeskIT {
    private final Sandbox sandbox;
    private final Client ops;

    OperatorDeskIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.ops = sandbox.client("ops");
    }

    @Test
    @DisplayName("Tạm ngừng gửi tới Cổng rồi mở lại: hồ sơ chờ, sau đó đi tiếp")
    void holdsBackWhilePaused_andGoesOnAfterwards() {
        ops.post("/v1/partners/portal/pause", "{\"reason\":\"Cổng báo bảo trì đột xuất\"}")
                .expect(200);
        try {
            String number = MadeUp.number();
            sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
            JsonNode portal = portal();
            assertThat(portal.path("open").asBoolean(true)).isFalse();
            assertThat(portal.path("hold").path("cause").asText()).isEqualTo("PAUSED");
            assertThat(sandbox.lastDelivery(number).path("state").asText()).isEqualTo("READY");

            ops.post("/v1/partners/portal/resume", "{\"reason\":\"Cổng đã chạy lại\"}")
                    .expect(200);
            sandbox.awaitAll(number, "CONFIRMED");
        } finally {
            ops.post("/v1/partners/portal/resume", "{\"reason\":\"kết thúc\"}");
        }
    }

    @Test
    @DisplayName("Trưởng ca sửa hồ sơ và gửi lại: thành phiên bản mới mang tên trưởng ca")
    void putsACorrectedStateInPlace_asANewVersion() {
        String number = sandbox.confirmedDossier();
        ObjectNode dossier = MadeUp.state(1, "ACCEPTED").put("summary", "Đã sửa trích yếu");
        dossier.remove("revision");
        String asked = "{\"reason\":\"Cơ quan gửi nhờ sửa\",\"dossier\":" + dossier + "}";

        JsonNode accepted = correct(ops, number, asked).expect(202).json();
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(accepted.path("deliveries").get(0).path("kind").asText()).isEqualTo("dossier");
        JsonNode stored =
                sandbox.ward().get("/v1/dossiers/" + number).expect(200).json();
        assertThat(stored.path("version").asInt()).isEqualTo(2);
        assertThat(stored.path("revision").asInt()).isEqualTo(1);
        assertThat(stored.path("summary").asText()).isEqualTo("Đã sửa trích yếu");
        // the source goes on with its own count
        sandbox.tell(number, MadeUp.state(2, "IN_PROGRESS"));
    }

    @Test
    @DisplayName("Sửa hồ sơ: phải là trưởng ca, phải nêu lý do, không kèm revision")
    void refusesACorrection_withoutRightReasonOrWithARevision() {
        String number = sandbox.confirmedDossier();
        ObjectNode dossier = MadeUp.state(1, "ACCEPTED");
        String counted = "{\"reason\":\"vì\",\"dossier\":" + dossier + "}";
        dossier.remove("revision");
        String silent = "{\"reason\":\" \",\"dossier\":" + dossier + "}";

        assertThat(correct(sandbox.ward(), number, silent).status()).isEqualTo(403);
        assertThat(code(correct(ops, number, counted))).isEqualTo("CORRECTION-REVISION");
        assertThat(code(correct(ops, number, silent))).isEqualTo("CORRECTION-REASON");
        assertThat(correct(ops, MadeUp.number(), silent.replace("\" \"", "\"vì\""))
                        .status())
                .isEqualTo(404);
        assertThat(code(correct(ops, number, "{\"reason\":\"vì\"}"))).isEqualTo("CORRECTION-REVISION");
    }

    @Test
    @DisplayName("Lệnh hàng loạt: đếm trước, chạy, xem kết quả từng việc")
    void countsFirst_thenDoesIt_andShowsEachResult() {
        String number = MadeUp.number();
        ops.post("/v1/partners/portal/pause", "{\"reason\":\"để dành\"}").expect(200);
        try {
            sandbox.tell(number, MadeUp.state(1, "ACCEPTED"));
            String order = "{\"action\":\"CANCEL\",\"filter\":{\"dossierNumber\":\"" + number
                    + "\"},\"reason\":\"gửi nhầm\",\"dryRun\":%s}";
            JsonNode counted = ops.post("/v1/bulk-actions", order.formatted(true))
                    .expect(202)
                    .json();
            assertThat(counted.path("count").asInt()).isEqualTo(1);
            assertThat(counted.has("id")).isFalse();
            String id = ops.post("/v1/bulk-actions", order.formatted(false))
                    .expect(202)
                    .json()
                    .path("id")
                    .asText();
            sandbox.gateway()
                    .await(
                            "the bulk action is done",
                            Duration.ofSeconds(20),
                            () -> ops.get("/v1/bulk-actions/" + id)
                                    .json()
                                    .path("state")
                                    .asText()
                                    .equals("DONE"));
            assertThat(ops.get("/v1/bulk-actions/" + id + "/items?outcome=DONE")
                            .expect(200)
                            .json()
                            .path("items")
                            .size())
                    .isEqualTo(1);
            assertThat(sandbox.lastDelivery(number).path("state").asText()).isEqualTo("CANCELLED");
        } finally {
            ops.post("/v1/partners/portal/resume", "{\"reason\":\"kết thúc\"}");
        }
    }

    @Test
    @DisplayName("Lệnh hàng loạt sai: từ chối rõ lý do, không làm gì")
    void refusesABulkActionItDoesNotUnderstand() {
        assertThat(code(bulk("{\"action\":\"RETRY\",\"filter\":{\"partnr\":\"portal\"},\"reason\":\"vì\"}")))
                .isEqualTo("BULK-FILTER");
        assertThat(code(bulk("{\"action\":\"RETRY\",\"filter\":{},\"reason\":\"vì\"}")))
                .isEqualTo("BULK-FILTER");
        assertThat(code(bulk("{\"action\":\"DELETE\",\"filter\":{\"partner\":\"portal\"},\"reason\":\"vì\"}")))
                .isEqualTo("BULK-ACTION");
        assertThat(code(bulk("{\"action\":\"MARK_DONE\",\"filter\":{\"partner\":\"portal\"},\"reason\":\"vì\"}")))
                .isEqualTo("BULK-EVIDENCE");
        assertThat(bulk("{\"action\":\"RETRY\",\"filter\":{\"partner\":\"portal\"}}")
                        .status())
                .isEqualTo(422);
        assertThat(sandbox.ward()
                        .post(
                                "/v1/bulk-actions",
                                "{\"action\":\"RETRY\",\"filter\":{\"partner\":\"portal\"},\"reason\":\"vì\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("Gửi lại cùng Idempotency-Key: nhận câu trả lời cũ, không làm hai lần")
    void doesAnActOnce_whenItsKeyComesAgain() {
        String key = "k-" + MadeUp.number();
        String order = "{\"action\":\"RETRY\",\"filter\":{\"dossierNumber\":\"" + key + "\"},\"reason\":\"vì\"}";

        Reply first =
                ops.post("/v1/bulk-actions", order, "Idempotency-Key", key).expect(202);
        Reply again =
                ops.post("/v1/bulk-actions", order, "Idempotency-Key", key).expect(202);
        Reply other = ops.post("/v1/bulk-actions", order.replace("vì", "khác"), "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(code(other)).isEqualTo("IDEMPOTENCY-MISMATCH");
    }

    private Reply bulk(String order) {
        return ops.post("/v1/bulk-actions", order);
    }

    private static Reply correct(Client who, String number, String asked) {
        return who.post("/v1/dossiers/" + number + "/corrections", asked);
    }

    private static String code(Reply reply) {
        return reply.expect(422).json().path("code").asText();
    }

    private JsonNode portal() {
        for (JsonNode partner : ops.get("/v1/partners").expect(200).json().path("items")) {
            if (partner.path("id").asText().equals("portal")) {
                return partner;
            }
        }
        throw new AssertionError("The portal is no partner");
    }
}
