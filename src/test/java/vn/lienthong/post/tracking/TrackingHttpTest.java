package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

/** Tracking events from outside. */
@CompatHttpTest
class TrackingHttpTest {
    private static final String PATH = "/v1/post/tracking-events";

    @LocalServerPort
    private int port;

    @Autowired
    private Parcels parcels;

    private final String dossier = MadeUp.number();
    private final String parcel = "EB" + dossier.substring(dossier.length() - 5) + "VN";

    @Test
    void returnsTheDossier_andShowsTheParcelOnItsTimeline() {
        client("H15.24133").put(dossier, MadeUp.state(1, "PROCESSED")).expect(202);
        parcels.expect(parcel, dossier, ParcelDirection.RESULT, MadeUp.WARD, null);
        String body = events(event("1", "DELIVERING", MadeUp.at(14, 0)), event("2", "DELIVERED", MadeUp.at(15, 0)));

        JsonNode first = client("vnpost").post(PATH, body).expect(200).json();
        JsonNode again = client("vnpost").post(PATH, body).expect(200).json();

        assertThat(first.path("items").findValuesAsText("outcome")).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(again.path("items").findValuesAsText("outcome")).containsExactly("REPEATED", "REPEATED");
        JsonNode now =
                client("H15.24133").get("/v1/dossiers/" + dossier).expect(200).json();
        assertThat(now.path("status").asText()).isEqualTo("RETURNED");
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("revision").asInt()).isEqualTo(1);
        JsonNode timeline = client("H15.24133")
                .get("/v1/dossiers/" + dossier + "/timeline")
                .expect(200)
                .json();
        assertThat(timeline.path("items"))
                .filteredOn(entry -> entry.path("what").asText().equals("PARCEL"))
                .extracting(entry -> entry.path("parcelNumber").asText() + " "
                        + entry.path("outcome").asText())
                .containsExactly(parcel + " DELIVERING", parcel + " DELIVERED");
    }

    @Test
    void givesARepeatTheAnswerOfTheFirst_underItsKey() {
        String body = events(event("k", "DELIVERING", MadeUp.at(14, 0)));
        String key = "tracking-" + parcel;
        JsonNode first = client("vnpost")
                .post(PATH, body, "Idempotency-Key", key)
                .expect(200)
                .json();
        parcels.expect(parcel, dossier, ParcelDirection.RESULT, MadeUp.WARD, null);

        Reply again = client("vnpost").post(PATH, body, "Idempotency-Key", key).expect(200);

        assertThat(again.json()).isEqualTo(first);
        assertThat(client("vnpost")
                        .post(PATH, body + " ", "Idempotency-Key", key)
                        .expect(422)
                        .code())
                .isEqualTo("IDEMPOTENCY-MISMATCH");
    }

    @Test
    void saysWhyAnEventWasRefused_inTheCallersLanguage() {
        JsonNode item = client("vnpost")
                .post(PATH, events(event("9", "DELIVERED", MadeUp.at(15, 0))), "Accept-Language", "en")
                .expect(200)
                .json()
                .path("items")
                .path(0);

        assertThat(item.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(item.path("code").asText()).isEqualTo("PARCEL-UNKNOWN");
        assertThat(item.path("message").asText()).contains("no such parcel");
        assertThat(item.path("eventId").asText()).isEqualTo(parcel + "-9");
    }

    @Test
    void isClosedToOthers() {
        assertThat(client("H15.24133").post(PATH, "{}").expect(403).code()).isEqualTo("ACCESS-SCOPE");
    }

    @Test
    void refusesWhatIsTooLargeOrNoMessage() {
        Reply large = client("vnpost").post(PATH, "{\"x\":\"" + "a".repeat(5 << 20) + "\"}");

        assertThat(large.expect(413).code()).isEqualTo("REQUEST-TOO-LARGE");
        assertThat(client("vnpost").post(PATH, "{").expect(400).code()).isEqualTo("JSON-BROKEN");
        assertThat(client("vnpost").post(PATH, "{\"events\":[]}").expect(422).code())
                .isEqualTo("TRACKING-EVENTS");
    }

    private String event(String id, String state, String at) {
        return "{\"eventId\":\"%s-%s\",\"parcelNumber\":\"%s\",\"state\":\"%s\",\"occurredAt\":\"%s\"}"
                .formatted(parcel, id, parcel, state, at);
    }

    private static String events(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    private Client client(String id) {
        return Client.of("http://127.0.0.1:" + port, id);
    }
}
