package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The post's twin: its orders, its feeds, its knobs. */
class PostTest {
    private static final String NGSP = "/post/apiVNPostNGSP/p1.0/order/";

    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private final HttpClient http = HttpClient.newHttpClient();
    private Caller caller;
    private String token;

    @BeforeEach
    void signIn() {
        caller = twins.caller();
        token = json(send(
                        "POST",
                        "/post/token",
                        "grant_type=client_credentials",
                        "Authorization",
                        "Basic a2V5OnNlY3JldA=="))
                .path("access_token")
                .asText();
    }

    @Test
    void takesAnOrderOnce_howeverOftenItComes() {
        assertThat(order("D1-R1", "").path("Status").asInt()).isEqualTo(100);
        assertThat(order("D1-R1", "").path("Status").asInt()).isEqualTo(101);
        assertThat(order("D2-R1", "").path("Status").asInt()).isEqualTo(100);

        JsonNode stats = caller.get("/__sim/post/stats");
        assertThat(stats.path("orders").asInt()).isEqualTo(2);
        assertThat(stats.path("duplicates").asInt()).isEqualTo(1);
        assertThat(stats.path("events").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAnOrderThatLacksSomething_andAParcelNumberThatIsUsed() {
        ObjectNode lacking = body("D1-R1", "").without("ReceiverTel");
        assertThat(post(NGSP + "post", lacking).path("Message").asText()).contains("ReceiverTel");
        assertThat(post("/post/lgsp/order", body("D1-R1", "")).path("Status").asText())
                .isEqualTo("102");
        assertThat(post("/post/lgsp/order", body("D1-R1", "EB000000001VN"))
                        .path("Status")
                        .asText())
                .isEqualTo("100");
        assertThat(post("/post/lgsp/order", body("D2-R1", "EB000000001VN"))
                        .path("Status")
                        .asText())
                .isEqualTo("106");
        assertThat(post("/post/lgsp/orderWithoutItemCode", body("D3-R1", ""))
                        .path("Status")
                        .asText())
                .isEqualTo("100");
    }

    @Test
    void wantsAToken_andEndsItOnDemand() {
        assertThat(send("GET", NGSP + "tracking?lastId=0", "").statusCode()).isEqualTo(401);
        caller.put("/__sim/post/faults", "{\"mode\":\"session-expired\"}");
        assertThat(send("POST", NGSP + "post", body("D1-R1", "").toString(), bearer())
                        .statusCode())
                .isEqualTo(401);
        caller.put("/__sim/post/faults", "{\"mode\":\"none\"}");
        assertThat(send("POST", NGSP + "post", body("D1-R1", "").toString(), bearer())
                        .statusCode())
                .isEqualTo(401);
        assertThat(caller.get("/__sim/post/stats").path("orders").asInt()).isZero();
    }

    @Test
    void tellsEveryEventOnce_byTheLastIdSeen() {
        order("D1-R1", "");
        happen("D1-R1", 10, 7);
        Set<String> seen = new HashSet<>();
        String last = "0".repeat(24);
        for (int page = 0; page < 4; page++) {
            JsonNode rows = feed(last, 3);
            for (JsonNode row : rows) {
                last = row.path("_id").path("$oid").asText();
                assertThat(seen.add(last)).isTrue();
                assertThat(row.path("OrderNumber").asText()).isEqualTo("D1-R1");
            }
        }
        assertThat(seen).hasSize(8);
        assertThat(feed(last, 3)).isEmpty();
    }

    @Test
    void shortensAndTurnsPages_asItIsSet() {
        order("D1-R1", "");
        happen("D1-R1", 10, 5);
        List<String> whole = ids(feed("", 6));
        caller.put("/__sim/post/behaviour", "{\"page\":\"shortened\"}");
        assertThat(ids(feed("", 6))).isEqualTo(whole.subList(0, 3));
        caller.put("/__sim/post/behaviour", "{\"page\":\"reordered\"}");
        assertThat(ids(feed("", 6))).isEqualTo(whole.reversed());
        caller.put("/__sim/post/behaviour", "{\"page\":\"repeated\"}");
        assertThat(ids(feed("", 6))).isNotEqualTo(whole);
    }

    @Test
    void givesAtMostTwentyThousandAttempts() {
        order("D1-R1", "");
        happen("D1-R1", 15, 20_005);
        JsonNode first = json(send("GET", "/post/serviceApi/v1/getDelivery?token=t&fromRecord=0", ""));
        JsonNode second = json(send("GET", "/post/serviceApi/v1/getDelivery?token=t&fromRecord=20000", ""));

        assertThat(first.path("TotalRecord").asInt()).isEqualTo(20_000);
        assertThat(first.path("Deliverys")).hasSize(20_000);
        assertThat(second.path("TotalRecord").asInt()).isEqualTo(5);
        JsonNode row = second.path("Deliverys").path(0);
        assertThat(row.path("IsDeliverable").asBoolean()).isFalse();
        assertThat(row.has("OrderNumber")).isFalse();
    }

    @Test
    void takesAnOrderOfItsOwnService_andCallsOneOffUntilItIsUnderWay() {
        ObjectNode order = Caller.JSON.createObjectNode();
        List.of("maKhachHang", "soDonHang", "tenNguoiGui", "diaChiNguoiGui", "dienThoaiNguoiGui")
                .forEach(name -> order.put(name, "X"));
        List.of("tenNguoiNhan", "diaChiNguoiNhan", "dienThoaiNguoiNhan").forEach(name -> order.put(name, "Y"));
        JsonNode taken = json(send("POST", "/post/serviceApi/v1/postDieuTin?token=t", order.toString()));
        assertThat(taken.path("Status").asBoolean()).isTrue();
        assertThat(taken.path("ItemCode").asText()).matches("EW\\d{9}VN");

        order("D1-R1", "");
        order("D2-R1", "");
        happen("D2-R1", 6, 1);
        assertThat(cancel("D1-R1")).isEqualTo(100);
        assertThat(cancel("D1-R1")).isEqualTo(101);
        assertThat(cancel("D2-R1")).isEqualTo(104);
        assertThat(cancel("D9-R1")).isEqualTo(103);
    }

    @Test
    void remembersEverything_afterARestart() {
        order("D1-R1", "EB000000001VN");
        happen("D1-R1", 14, 2);
        List<String> before = ids(feed("", 100));
        twins.stop();
        twins.start();
        caller = twins.caller();
        signIn();

        assertThat(order("D1-R1", "").path("Status").asInt()).isEqualTo(101);
        assertThat(ids(feed("", 100))).isEqualTo(before);
        assertThat(caller.send("DELETE", "/__sim/post", "").statusCode()).isEqualTo(200);
        assertThat(feed("", 100)).isEmpty();
    }

    private JsonNode order(String number, String item) {
        return post(NGSP + "post", body(number, item));
    }

    private static ObjectNode body(String number, String item) {
        ObjectNode body =
                Caller.JSON.createObjectNode().put("CustomerCode", "H15").put("OrderNumber", number);
        body.put("SenderName", "Phường Mẫu").put("SenderAddress", "Mẫu").put("SenderTel", "0262");
        body.put("ReceiverName", "Nguyễn Văn Mẫu").put("ReceiverAddress", "Mẫu").put("ReceiverTel", "0900000001");
        return body.put("ItemCode", item);
    }

    private JsonNode feed(String last, int size) {
        String path = NGSP + "tracking?pagesize=" + size + "&lastId=" + last;
        return json(send("GET", path, "", bearer())).path("_embedded").path("rh:doc");
    }

    private static List<String> ids(JsonNode rows) {
        List<String> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.path("_id").path("$oid").asText()));
        return ids;
    }

    private void happen(String order, int code, int times) {
        String wish = "{\"code\":" + code + ",\"times\":" + times + "}";
        assertThat(caller.send("POST", "/__sim/post/orders/" + order + "/events", wish)
                        .statusCode())
                .isEqualTo(200);
    }

    private int cancel(String order) {
        return json(send("GET", NGSP + "cancel?CustomerCode=H15&OrderNumber=" + order, "", bearer()))
                .path("Status")
                .asInt();
    }

    private JsonNode post(String path, JsonNode body) {
        return json(send("POST", path, body.toString(), bearer()));
    }

    private String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(twins.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Caller.JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(answer.body(), unreadable);
        }
    }
}
