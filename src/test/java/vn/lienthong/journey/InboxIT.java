package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.contract.Contract;
import vn.lienthong.contract.EventSchemas;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Hộp thư của cơ quan")
class InboxIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final Client ward;

    InboxIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.ward = sandbox.ward();
    }

    @AfterEach
    void pushNoMore() {
        ward.call("DELETE", "/v1/inbox/callback", null).expect(204);
    }

    @Test
    @DisplayName("Cổng từ chối: cơ quan đọc được trong hộp thư, xác nhận rồi thì thôi hiện")
    void tellsTheAgencyWhatThePortalRefused() {
        String number = refusedByThePortal();

        JsonNode event = only(number);
        String ack = "/v1/inbox/" + event.path("id").asText() + "/ack";
        Reply foreign = sandbox.client("H15.02").post(ack, "");

        assertThat(EventSchemas.findings(event)).isEmpty();
        assertThat(event.path("type").asText()).isEqualTo("vn.lienthong.delivery.refused.v1");
        assertThat(event.path("data").path("deliveryId").asText())
                .isEqualTo(sandbox.lastDelivery(number).path("id").asText());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(ward.post(ack, "").status()).isEqualTo(204);
        assertThat(ward.post(ack, "").status()).isEqualTo(204);
        assertThat(about(number, "")).isEmpty();
        assertThat(about(number, "&acknowledged=true"))
                .singleElement()
                .satisfies(
                        read -> assertThat(read.path("acknowledgedat").asText()).isNotEmpty());
    }

    @Test
    @DisplayName("Việc mới chờ người: cơ quan biết, cơ quan khác và bưu chính không biết")
    void tellsTheAgencyWhatWaitsForItsPeople() {
        String number = unusual();

        JsonNode event = only(number);

        assertThat(EventSchemas.findings(event)).isEmpty();
        assertThat(event.path("data").path("code").asText()).isEqualTo("DOSSIER-STATUS-UNUSUAL");
        for (String other : List.of("H15.02", "vnpost", "bhxh")) {
            assertThat(items(sandbox.client(other), "?limit=1000").stream()
                            .map(item -> item.path("subject").asText()))
                    .doesNotContain(number);
        }
    }

    @Test
    @DisplayName("Đẩy tới phần mềm một cửa theo Standard Webhooks; 2xx là đã nhận")
    void pushesToTheRegisteredAddress() {
        try (HttpDouble receiver = new HttpDouble((request, wire) -> wire.answer("204 No Content", "", new byte[0]))) {
            JsonNode registered =
                    put("{\"url\":\"" + receiver.url() + "/hook\"}").expect(200).json();
            String number = unusual();
            sandbox.gateway()
                    .await(
                            "the receiver got the event",
                            SOON,
                            () -> pushed(receiver, "subject").contains(number));
            sandbox.gateway()
                    .await(
                            "nothing waits any more",
                            SOON,
                            () -> about(number, "").isEmpty());

            JsonNode shown = ward.get("/v1/inbox/callback").expect(200).json();
            assertThat(registered.path("secret").asText()).startsWith("whsec_");
            assertThat(registered.path("state").asText()).isEqualTo("ACTIVE");
            assertThat(shown.has("secret")).isFalse();
            assertThat(shown.path("attempts").path(0).path("outcome").asText()).isEqualTo("RECEIVED");
            assertThat(pushed(receiver, "id")).doesNotHaveDuplicates();
        }
        ward.call("DELETE", "/v1/inbox/callback", null).expect(204);
        assertThat(ward.get("/v1/inbox/callback").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Đọc từng trang theo con trỏ: đủ và không lặp")
    void givesEachItemOnce_toAReaderWithACursor() {
        List<String> told = List.of(unusual(), unusual(), unusual());
        List<String> read = new ArrayList<>();
        String after = "0";
        JsonNode page;
        do {
            page = ward.get("/v1/inbox?limit=1&after=" + after).expect(200).json();
            page.path("items").forEach(item -> read.add(item.path("subject").asText()));
            after = page.path("cursor").asText();
        } while (!page.path("items").isEmpty());

        assertThat(read).containsSubsequence(told);
        assertThat(ward.get("/v1/inbox?limit=1").header("Link")).contains("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=x", "after=-1", "after=9999999999999999999"})
    @DisplayName("Tham số sai: 400")
    void refusesWhatIsNoPage(String query) {
        assertThat(ward.get("/v1/inbox?" + query).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("Không có quyền: 403; mục không có: 404")
    void isClosedToOthers() {
        assertThat(sandbox.client("ops").get("/v1/inbox").status()).isEqualTo(403);
        assertThat(sandbox.client("auditor").get("/v1/inbox/callback").status()).isEqualTo(403);
        assertThat(ward.post("/v1/inbox/" + UUID.randomUUID() + "/ack", "").status())
                .isEqualTo(404);
        assertThat(ward.post("/v1/inbox/no-id/ack", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};422;INBOX-CALLBACK-URL",
                "{\"url\":\"http://169.254.169.254/latest/\"};422;INBOX-CALLBACK-HOST",
                "{\"url\":\"http://10.0.0.1/\"};422;INBOX-CALLBACK-HOST",
                "{\"url\":\"http://127.0.0.1:1/\",\"secret\":\"x\"};422;INBOX-CALLBACK-SECRET",
                "not json;400;",
                "[];400;"
            })
    @DisplayName("Đăng ký sai: nói rõ vì sao")
    void refusesACallbackThatIsNone(String body, int status, String code) {
        Reply refused = put(body);

        assertThat(refused.status()).isEqualTo(status);
        if (code != null) {
            assertThat(refused.json().path("code").asText()).isEqualTo(code);
        }
    }

    private Reply put(String body) {
        return ward.call("PUT", "/v1/inbox/callback", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A dossier that the portal refuses for its content. */
    private String refusedByThePortal() {
        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "ACCEPTED");
        // what the portal checks and the gateway leaves to it: a code the national list does not have
        state.putObject("national").put("HoSoCoThanhPhanSoHoa", "9");
        sandbox.tell(number, state);
        sandbox.awaitLast(number, "REFUSED");
        return number;
    }

    /** A finished dossier that is opened again, which its agency should look at. */
    private String unusual() {
        String number = MadeUp.number();
        sandbox.tell(number, MadeUp.state(1, "PROCESSED"));
        sandbox.tell(number, MadeUp.state(2, "IN_PROGRESS"));
        return number;
    }

    private JsonNode only(String number) {
        List<JsonNode> found = about(number, "");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<JsonNode> about(String number, String more) {
        return items(ward, "?limit=1000" + more).stream()
                .filter(item -> item.path("subject").asText().equals(number))
                .toList();
    }

    private static List<JsonNode> items(Client client, String query) {
        List<JsonNode> items = new ArrayList<>();
        client.get("/v1/inbox" + query).expect(200).json().path("items").forEach(items::add);
        return items;
    }

    private static List<String> pushed(HttpDouble receiver, String attribute) {
        return receiver.requests().stream()
                .map(request -> Contract.json(request.body()).path(attribute).asText())
                .toList();
    }
}
