package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Kết quả tới bảo hiểm xã hội và lời xác nhận về tới phường")
class InsuranceIT {
    private static final String EVENT = "vn.lienthong.delivery.acknowledged.v1";

    private final Sandbox sandbox;

    InsuranceIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @AfterEach
    void heal() {
        behaviour("{\"decision\":\"ACCEPTED\",\"gateway\":\"\",\"times\":1}");
        Http.send("PUT", sandbox.simulators() + "/__sim/insurance/faults", "{\"mode\":\"none\"}")
                .expect(200);
    }

    @Test
    @DisplayName(
            "Bảo hiểm nhận văn bản có chữ ký, xác nhận, phường thấy trong hộp thư; xác nhận lại và trái ngược đều được giữ")
    void acknowledges() {
        String number = sandbox.confirmedDossier();
        String delivery = forward(number);
        sandbox.awaitLast(number, "SENT");
        assertThat(at(delivery).path("dossierNumber").asText()).isEqualTo(number);

        String at = OffsetDateTime.now().toString();
        assertThat(acknowledge(delivery, "ACCEPTED", at)
                        .expect(200)
                        .json()
                        .path("effect")
                        .asText())
                .isEqualTo("APPLIED");
        assertThat(sandbox.lastDelivery(number).path("state").asText()).isEqualTo("CONFIRMED");
        assertThat(acknowledge(delivery, "ACCEPTED", at)
                        .expect(200)
                        .json()
                        .path("effect")
                        .asText())
                .isEqualTo("REPEATED");
        assertThat(acknowledge(delivery, "REFUSED", at)
                        .expect(200)
                        .json()
                        .path("effect")
                        .asText())
                .isEqualTo("DISPUTED");

        assertThat(workItems(number)).contains("ACKNOWLEDGEMENT-DISPUTED");
        assertThat(told(number)).containsExactly("ACCEPTED");
    }

    @Test
    @DisplayName("Bảo hiểm tự gọi lại hai lần ngay khi nhận, có khi trước cả lúc cổng ghi xong: vẫn là một")
    void callsBackTwiceAtOnce() {
        behaviour("{\"decision\":\"CORRECTION\",\"times\":2,\"gateway\":\""
                + sandbox.gateway().url() + "\"}");
        String number = sandbox.confirmedDossier();
        forward(number);
        sandbox.awaitLast(number, "REFUSED");

        assertThat(sandbox.lastDelivery(number).path("reason").asText()).isEqualTo("CORRECTION-WANTED");
        sandbox.gateway()
                .await(
                        "the inbox tells it",
                        Duration.ofSeconds(30),
                        () -> told(number).equals(List.of("CORRECTION")));
        assertThat(workItems(number)).contains("DELIVERY-CORRECTION").doesNotContain("ACKNOWLEDGEMENT-DISPUTED");
    }

    @Test
    @DisplayName("Mất trả lời: hỏi trước khi gửi lại, không bao giờ thành hai kết quả")
    void asksBeforeItSendsAgain() {
        Http.send("PUT", sandbox.simulators() + "/__sim/insurance/faults", "{\"mode\":\"reset-after\"}")
                .expect(200);
        String number = sandbox.confirmedDossier();
        String delivery = forward(number);
        sandbox.awaitLast(number, "UNCERTAIN");
        Http.send("PUT", sandbox.simulators() + "/__sim/insurance/faults", "{\"mode\":\"none\"}")
                .expect(200);
        sandbox.awaitLast(number, "CONFIRMED");

        assertThat(at(delivery).path("dossierNumber").asText()).isEqualTo(number);
        assertThat(sandbox.lastDelivery(number).path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("Mã lạ, việc gửi của nơi khác, người không có quyền, nội dung sai: từ chối, không lộ gì")
    void refusesForeigners() {
        String number = sandbox.confirmedDossier();
        String portal = sandbox.lastDelivery(number).path("id").asText();
        String at = OffsetDateTime.now().toString();

        Reply ofPortal = acknowledge(portal, "ACCEPTED", at);
        Reply unknown = acknowledge("987654321", "ACCEPTED", at);
        assertThat(ofPortal.status()).isEqualTo(404);
        assertThat(ofPortal.code()).isEqualTo("ACKNOWLEDGEMENT-UNKNOWN");
        assertThat(withoutTrace(ofPortal)).isEqualTo(withoutTrace(unknown));
        assertThat(acknowledge(portal, "MAYBE", at).code()).isEqualTo("ACKNOWLEDGEMENT-INVALID");
        assertThat(sandbox.ward()
                        .post("/v1/insurance/acknowledgements", body(portal, "ACCEPTED", at))
                        .code())
                .isEqualTo("ACCESS-SCOPE");
    }

    private static ObjectNode withoutTrace(Reply reply) {
        ObjectNode body = (ObjectNode) reply.json();
        body.remove(List.of("traceId", "instance"));
        return body;
    }

    private Reply acknowledge(String delivery, String outcome, String at) {
        return sandbox.client("bhxh").post("/v1/insurance/acknowledgements", body(delivery, outcome, at));
    }

    private static String body(String delivery, String outcome, String at) {
        return "{\"deliveryReference\":\"" + delivery + "\",\"outcome\":\"" + outcome + "\",\"at\":\"" + at + "\"}";
    }

    private void behaviour(String json) {
        Http.send("PUT", sandbox.simulators() + "/__sim/insurance/behaviour", json)
                .expect(200);
    }

    private JsonNode at(String delivery) {
        for (JsonNode result : Http.send("GET", sandbox.simulators() + "/__sim/insurance/results", null)
                .expect(200)
                .json()
                .path("results")) {
            if (result.path("reference").asText().equals(delivery)) {
                return result;
            }
        }
        throw new AssertionError("The twin holds no " + delivery);
    }

    private List<String> workItems(String number) {
        List<String> codes = new ArrayList<>();
        sandbox.ward()
                .get("/v1/work-items?state=OPEN&dossierNumber=" + number)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    /** What the ward's inbox says of this dossier's acknowledgements, oldest first. */
    private List<String> told(String number) {
        List<String> outcomes = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = sandbox.ward()
                    .get("/v1/inbox?limit=1000" + after)
                    .expect(200)
                    .json();
            for (JsonNode item : page.path("items")) {
                if (item.path("type").asText().equals(EVENT)
                        && item.path("data").path("dossierNumber").asText().equals(number)) {
                    outcomes.add(item.path("data").path("outcome").asText());
                }
            }
            if (page.path("items").size() < 1000) {
                return outcomes;
            }
            after = "&after=" + page.path("cursor").asText();
        }
    }

    /** Attaches a result for social insurance; its delivery. */
    private String forward(String number) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n"
                                + "{\"title\":\"Giấy khai sinh\",\"returnBy\":\"COUNTER\",\"seal\":true,"
                                + "\"forwardTo\":[\"INSURANCE\"]}\r\n--b\r\nContent-Disposition: form-data; name=\"document\";"
                                + " filename=\"k\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(SigningWorld.pdf().bytes());
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        JsonNode accepted = sandbox.ward()
                .call(
                        "POST",
                        "/v1/dossiers/" + number + "/results",
                        body.toByteArray(),
                        "Content-Type",
                        "multipart/form-data; boundary=b")
                .expect(202)
                .json();
        assertThat(accepted.path("deliveries")).hasSize(1);
        assertThat(accepted.path("deliveries").get(0).path("partner").asText()).isEqualTo("insurance");
        return accepted.path("deliveries").get(0).path("id").asText();
    }
}
