package vn.lienthong.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.evidence.Message;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.testing.Http;

/** Results on their way to the twin of social insurance, which checks every signature by other means than ours. */
class ForwardTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static InsuranceWorld world;

    @BeforeAll
    static void open() {
        world = new InsuranceWorld(SIGNING);
    }

    @AfterEach
    void heal() {
        SIGNING.set("insurance", "faults", "{\"mode\":\"none\"}");
        SIGNING.set("insurance", "behaviour", "{\"decision\":\"ACCEPTED\"}");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOAP", "JSON"})
    void handsASignedResultOver_onceInEffect(String wire) {
        try (InsuranceWorld.Gateway gateway = gateway("wire=" + wire)) {
            ClaimedDelivery delivery = world.result();
            long repeats = stats().path("repeats").asLong();

            assertThat(gateway.ask(delivery)).isInstanceOf(NotThere.class);
            assertThat(gateway.send(delivery)).isInstanceOf(Sent.class);
            assertThat(gateway.send(delivery)).isInstanceOf(Sent.class);
            assertThat(gateway.ask(delivery)).isEqualTo(new Confirmed("02"));

            JsonNode held = held(delivery);
            assertThat(held.path("form").asText()).isEqualTo(wire);
            assertThat(held.path("dossierNumber").asText()).isEqualTo(delivery.dossierNumber());
            assertThat(held.path("title").asText()).isEqualTo("Giấy khai sinh");
            assertThat(held.path("purpose").asText()).isEqualTo("HEALTH_CARD_UNDER_SIX");
            assertThat(held.path("inline").asBoolean()).isTrue();
            assertThat(stats().path("repeats").asLong()).isEqualTo(repeats + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"SOAP,agency", "SOAP,officer", "JSON,agency"})
    void isBelieved_withKeysOfEveryKind(String wire, String key) {
        try (InsuranceWorld.Gateway gateway = gateway("wire=" + wire, "key=" + key)) {
            assertThat(gateway.send(world.result())).isInstanceOf(Sent.class);
        }
    }

    @Test
    void sendsALongResultAsALink() {
        try (InsuranceWorld.Gateway gateway = gateway("inline-most=10B")) {
            ClaimedDelivery delivery = world.result();
            assertThat(gateway.send(delivery)).isInstanceOf(Sent.class);
            assertThat(held(delivery).path("inline").asBoolean()).isFalse();
        }
    }

    @Test
    void keepsTheExactBytesAsEvidence_namedByTheDelivery() {
        try (InsuranceWorld.Gateway gateway = gateway()) {
            ClaimedDelivery delivery = world.result();
            DeliveryBatch batch = gateway.batch(delivery);
            gateway.forward.send(batch);

            Message kept = gateway.evidence.find(batch.evidenceOf(delivery)).orElseThrow();
            assertThat(kept.dossierNumber()).isEqualTo(delivery.dossierNumber());
            assertThat(new String(kept.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("BinarySecurityToken", "SignedDocument", "<DeliveryReference>" + delivery.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SOAP,error,MaybeSent", "SOAP,reset-before,MaybeSent", "SOAP,throttle,Throttled",
        "SOAP,session-expired,NotSent", "SOAP,reset-after,MaybeSent", "SOAP,garbage,MaybeSent",
        "SOAP,truncated,MaybeSent", "SOAP,delay,MaybeSent", "SOAP,slow-drip,MaybeSent",
        "JSON,error,MaybeSent", "JSON,throttle,Throttled", "JSON,session-expired,NotSent",
        "JSON,garbage,MaybeSent", "JSON,truncated,MaybeSent", "JSON,wrong-encoding,MaybeSent"
    })
    void neverTakesAFaultForAnAnswer(String wire, String mode, String outcome) {
        try (InsuranceWorld.Gateway gateway = gateway("wire=" + wire)) {
            ClaimedDelivery delivery = world.result();
            SIGNING.set("insurance", "faults", "{\"mode\":\"" + mode + "\",\"delayMs\":5000}");
            DeliveryOutcome sent = gateway.send(delivery);
            SIGNING.set("insurance", "faults", "{\"mode\":\"none\"}");

            assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(gateway.ask(delivery)).isInstanceOfAny(Confirmed.class, NotThere.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "error", "reset-after", "session-expired"})
    void asksAgain_whenAQuestionGetsNoAnswer(String mode) {
        try (InsuranceWorld.Gateway gateway = gateway()) {
            SIGNING.set("insurance", "faults", "{\"mode\":\"" + mode + "\"}");
            assertThat(gateway.ask(world.result())).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void learnsWhatWasDecided_byAsking() {
        try (InsuranceWorld.Gateway gateway = gateway()) {
            ClaimedDelivery delivery = world.result();
            gateway.send(delivery);

            decide("PENDING");
            assertThat(gateway.ask(delivery))
                    .isInstanceOfSatisfying(
                            NoAnswer.class,
                            waiting -> assertThat(waiting.reason()).isEqualTo(Reason.UNACKNOWLEDGED));
            decide("REFUSED");
            assertThat(gateway.ask(delivery))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.reason()).isEqualTo(Reason.CONTENT_REFUSED));
            decide("CORRECTION");
            assertThat(gateway.ask(delivery))
                    .isEqualTo(new Refused(Reason.CORRECTION_WANTED, "03", "Sai ngày sinh trên giấy khai sinh"));
        }
    }

    @Test
    void leavesToAPerson_whatIsReceivedAndNeverDecided() {
        try (InsuranceWorld.Gateway gateway = gateway("decision-most=2h")) {
            ClaimedDelivery delivery = world.result();
            gateway.send(delivery);
            decide("PENDING");

            assertThat(gateway.ask(uncertain(delivery, Duration.ofMinutes(119))))
                    .isInstanceOf(NoAnswer.class);
            assertThat(gateway.ask(uncertain(delivery, Duration.ofMinutes(121))))
                    .isInstanceOfSatisfying(
                            Undecidable.class, left -> assertThat(left.reason()).isEqualTo(Reason.UNACKNOWLEDGED));
            decide("ACCEPTED");
            assertThat(gateway.ask(uncertain(delivery, Duration.ofMinutes(121))))
                    .isEqualTo(new Confirmed("02"));
        }
    }

    private static ClaimedDelivery uncertain(ClaimedDelivery delivery, Duration ago) {
        return new ClaimedDelivery(
                delivery.id(),
                delivery.dossierNumber(),
                delivery.eventId(),
                delivery.kind(),
                delivery.fullState(),
                delivery.agency(),
                delivery.unitCode(),
                delivery.attempt(),
                delivery.faults(),
                delivery.heldByPartner(),
                world.documents.dossiers.clock.now().minus(ago));
    }

    @Test
    void sendsNothing_withoutAKey() {
        long before = stats().path("calls").asLong();
        try (InsuranceWorld.Gateway none = gateway("key=lost");
                InsuranceWorld.Gateway gone =
                        world.at(SIGNING.url() + "/insurance", TestSigning.withoutKey(SIGNING.clock))) {
            assertThat(none.send(world.result())).isInstanceOf(NotSent.class);
            assertThat(gone.ask(world.result())).isInstanceOf(NoAnswer.class);
        }
        assertThat(stats().path("calls").asLong()).isEqualTo(before);
    }

    private static InsuranceWorld.Gateway gateway(String... settings) {
        return world.at(SIGNING.url() + "/insurance", settings);
    }

    private static void decide(String decision) {
        SIGNING.set("insurance", "behaviour", "{\"decision\":\"" + decision + "\"}");
    }

    private static JsonNode stats() {
        return Http.send("GET", SIGNING.url() + "/__sim/insurance/stats", null)
                .expect(200)
                .json();
    }

    private static JsonNode held(ClaimedDelivery delivery) {
        for (JsonNode result : Http.send("GET", SIGNING.url() + "/__sim/insurance/results", null)
                .expect(200)
                .json()
                .path("results")) {
            if (result.path("reference").asText().equals(Long.toString(delivery.id()))) {
                return result;
            }
        }
        throw new AssertionError("The twin holds no " + delivery.id());
    }
}
