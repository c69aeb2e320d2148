package vn.lienthong.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.LienthongApplication;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.PortalTwin;
import vn.lienthong.testing.PostTwin;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;

/** From the finished dossier over the post to the portal, with both twins and the routes as they run. */
@SpringBootTest(
        classes = LienthongApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"lienthong.simulator.enabled=false", "lienthong.post.feed.poll=200ms"})
@ActiveProfiles("sandbox")
class PostFlowTest {
    private static final Simulator TWINS = Simulator.start(
            new SimulatorSettings("127.0.0.1", 0, WorkFolder.fresh("post-flow"), Duration.ofMinutes(30)));

    @LocalServerPort
    private int port;

    private final String dossier = MadeUp.number();
    private final PostTwin post = new PostTwin(TWINS.url());
    private final PortalTwin portal = new PortalTwin(TWINS.url());

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().register(registry);
        registry.add("lienthong.simulator.url", TWINS::url);
    }

    @AfterAll
    static void close() {
        TWINS.close();
    }

    @Test
    void sendsTheResultByPost_andTellsThePortalWhenItIsHandedOver() {
        ward().put(dossier, finished(1)).expect(202);
        String parcel = parcelNumber();
        assertThat(orders()).isEqualTo(1);
        ward().put(dossier, finished(2)).expect(202);

        String event =
                "{\"events\":[{\"eventId\":\"%s\",\"parcelNumber\":\"%s\",\"state\":\"DELIVERED\",\"occurredAt\":\"%s\"}]}"
                        .formatted(parcel, parcel, MadeUp.at(16, 0));
        JsonNode told = client("vnpost")
                .post("/v1/post/tracking-events", event)
                .expect(200)
                .json();

        assertThat(told.path("items").path(0).path("outcome").asText()).isEqualTo("ACCEPTED");
        await().until(() -> deliveries().stream()
                .allMatch(each -> List.of("CONFIRMED", "CANCELLED")
                        .contains(each.path("state").asText())));
        List<JsonNode> shown = portal.history(dossier);
        assertThat(shown.getLast().path("TrangThaiHoSo").asText()).isEqualTo("10");
        assertThat(orders()).as("parcels").isEqualTo(1);
        assertThat(ward().get("/v1/dossiers/" + dossier + "/post-orders")
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("orderNumber")
                        .asText())
                .isEqualTo(dossier + "-R1");
    }

    @Test
    void makesOneParcel_whenTheAnswersOfThePostAreLost() {
        post.fault("reset-after", "order", 0);
        ward().put(dossier, finished(1)).expect(202);
        await().until(() -> orders() == 1);
        post.heal();

        parcelNumber();

        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void callsOffAndTakesNumbers_onlyForThoseWhoMay() {
        assertThat(ward().post("/v1/post/waybills", "{\"customer\":\"BCCI-H15\",\"items\":[\"EB1000\"]}")
                        .expect(403)
                        .code())
                .isEqualTo("ACCESS-SCOPE");
        assertThat(client("ops")
                        .post("/v1/post/waybills", "{\"customer\":\"BCCI-H15\",\"items\":[\"EB1000\",\"EB1000\"]}")
                        .expect(200)
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(client("ops")
                        .post("/v1/post/waybills", "{\"customer\":\"\",\"items\":[\"'\"]}")
                        .expect(422)
                        .code())
                .isEqualTo("BODY-INVALID");
        assertThat(client("ops")
                        .post("/v1/post/orders/none/cancel", "{\"reason\":\"thử\"}")
                        .expect(404)
                        .code())
                .isEqualTo("POST-ORDER-NOT-FOUND");
        ward().put(dossier, finished(1)).expect(202);
        parcelNumber();
        assertThat(client("ops")
                        .post("/v1/post/orders/" + dossier + "-R1/cancel", "{\"reason\":\"Nhận tại quầy\"}")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(client("H15.02")
                        .get("/v1/dossiers/" + dossier + "/post-orders")
                        .expect(404)
                        .code())
                .isEqualTo("DOSSIER-NOT-FOUND");
    }

    private String parcelNumber() {
        return await().until(
                        () -> deliveries().stream()
                                .filter(each -> each.path("partner").asText().equals("post"))
                                .map(each -> each.path("parcelNumber").asText())
                                .filter(number -> !number.isEmpty())
                                .findFirst()
                                .orElse(""),
                        number -> !number.isEmpty());
    }

    private List<JsonNode> deliveries() {
        List<JsonNode> all = new java.util.ArrayList<>();
        ward().get("/v1/dossiers/" + dossier + "/deliveries")
                .expect(200)
                .json()
                .path("items")
                .forEach(all::add);
        return all;
    }

    private long orders() {
        long count = 0;
        for (JsonNode order : post.orders()) {
            count += order.path("number").asText().startsWith(dossier) ? 1 : 0;
        }
        return count;
    }

    private static ObjectNode finished(long revision) {
        return MadeUp.state(revision, "PROCESSED").put("returnBy", "POST");
    }

    private Client ward() {
        return client("H15.24133");
    }

    private Client client(String id) {
        return Client.of("http://127.0.0.1:" + port, id);
    }
}
