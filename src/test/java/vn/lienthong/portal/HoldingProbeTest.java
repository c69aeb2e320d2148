package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.delivery.TestQueue;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.portal.session.ConnectorWorld;
import vn.lienthong.portal.session.SessionPartner;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Request;
import vn.lienthong.testing.HttpDouble.Wire;
import vn.lienthong.testing.TestDatabase;

/** Steps of a dossier that another road brings to the portal go as soon as it is seen there. */
class HoldingProbeTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String ONE = "H15.24133-261121-0001";
    private static final String TWO = "H15.24133-261121-0002";
    private static final String SHOWN = "{\"error_code\":0,\"result\":[{\"MaHoSo\":\"%s\",\"TrangThaiHoSo\":\"4\"}]}";

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> there = ConcurrentHashMap.newKeySet();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private volatile String otherwise = "{\"error_code\":0,\"result\":[]}";
    private HttpDouble portal;
    private ConnectorWorld connection;
    private TestQueue queue;
    private HoldingProbe probe;

    @BeforeEach
    void open() {
        portal = new HttpDouble(new SessionPartner(this::serve));
        Map<String, String> settings =
                Map.of("account.name", "of port " + portal.url().getPort());
        connection = new ConnectorWorld(DATABASE, portal.url(), settings);
        Partners partners = TestPartners.portal(portal.url(), settings);
        queue = new TestQueue(DATABASE, partners);
        queue.clear();
        probe = new HoldingProbe(
                queue.deliveries(),
                partners,
                connection.connector(),
                connection.tables(),
                connection.contracts(),
                queue.flow(),
                queue.clock());
    }

    @AfterEach
    void close() {
        queue.close();
        connection.close();
        portal.close();
    }

    private void serve(Request request, Wire wire) throws IOException {
        String number = json.readTree(request.body()).path("mahoso").asText();
        if (silent.contains(number)) {
            wire.reset();
        } else {
            wire.json(there.contains(number) ? SHOWN.formatted(number) : otherwise);
        }
    }

    @Test
    void letsStepsGo_whenThePortalShowsTheirDossier() {
        step(ONE, 1);
        step(ONE, 2);
        there.add(ONE);
        probe.look();
        assertThat(go()).containsExactly(ONE);
        assertThat(go()).as("the second after the first").containsExactly(ONE);
    }

    @Test
    void leavesStepsWaiting_whenThePortalDoesNotKnowTheirDossier() {
        step(ONE, 1);
        probe.look();
        otherwise = "{\"error_code\":\"-5\",\"message\":\"Không tìm thấy hồ sơ\"}";
        probe.look();
        assertThat(questions()).containsExactly(ONE, ONE);
        assertThat(go()).isEmpty();
    }

    @Test
    void leavesStepsWaiting_whenTheAnswerSaysNothingAboutTheirDossier() {
        step(ONE, 1);
        for (String answer : List.of(
                SHOWN.formatted(TWO),
                "{\"error_code\":0,\"result\":[{}]}",
                "{\"error_code\":0,\"result\":{\"TongSo\":0}}",
                "{\"error_code\":0,\"result\":\"khong co\"}",
                "{\"error_code\":0}",
                "{\"error_code\":777,\"result\":[{\"MaHoSo\":\"" + ONE + "\"}]}")) {
            otherwise = answer;
            probe.look();
            assertThat(go()).as(answer).isEmpty();
        }
    }

    @Test
    void asksForTheUnitThatTheStepIsSentFor() {
        step(ONE, 1);
        probe.look();
        assertThat(calls().getFirst().path("madonvi").asText()).isEqualTo("H15");
        assertThat(calls().getFirst().path("service").asText()).isEqualTo("TraCuuHoSo");
    }

    @Test
    void asksNothing_whenAFullStateWasTold_orTheDossierIsKnownToBeThere() {
        state(ONE, 1);
        step(ONE, 2);
        step(TWO, 1);
        queue.deliveries().noteHeld("portal", List.of(TWO));
        probe.look();
        assertThat(calls()).isEmpty();
    }

    @Test
    void stopsAtTheFirstSilence_keepsWhatItLearnt_andGoesOnThereNextTime() {
        step(ONE, 1);
        step(TWO, 1);
        step("H15.24133-261121-0003", 1);
        there.addAll(Set.of(ONE, TWO));
        silent.add(TWO);
        probe.look();
        assertThat(questions()).containsExactly(ONE, TWO);
        assertThat(go()).containsExactly(ONE);
        silent.clear();
        probe.look();
        assertThat(questions()).containsExactly(ONE, TWO, TWO, "H15.24133-261121-0003");
        assertThat(go()).containsExactly(TWO);
    }

    @Test
    void reachesEveryDossier_howeverManyNeverCome() {
        IntStream.rangeClosed(1, 60).forEach(i -> step("H15.24133-261121-%04d".formatted(i), 1));
        there.add("H15.24133-261121-0060");
        probe.look();
        probe.look();
        assertThat(go()).containsExactly("H15.24133-261121-0060");
        probe.look();
        assertThat(questions()).as("from the beginning again").endsWith("H15.24133-261121-0050");
    }

    @Test
    void asksNothing_whileThePartnerIsPaused() {
        step(ONE, 1);
        Caller operator = TestAccess.operator(OperatorRole.OPERATOR);
        queue.flow().pause("portal", operator, "Cổng bảo trì");
        queue.flow().refresh();
        probe.look();
        assertThat(calls()).isEmpty();
        queue.flow().resume("portal", operator, "đã xong");
        queue.flow().refresh();
        probe.look();
        assertThat(questions()).containsExactly(ONE);
    }

    @Test
    void doesNothing_whenThePortalIsNoPartner() {
        step(ONE, 1);
        Partners others = TestPartners.of("post.settle=2s");
        new HoldingProbe(
                        queue.deliveries(),
                        others,
                        connection.connector(),
                        connection.tables(),
                        connection.contracts(),
                        queue.flow(),
                        queue.clock())
                .look();
        assertThat(calls()).isEmpty();
    }

    private void step(String dossier, int version) {
        queue.enqueue(request("progress", dossier, version));
    }

    private void state(String dossier, int version) {
        queue.enqueue(request("dossier", dossier, version));
    }

    private static DeliveryRequest request(String kind, String dossier, int version) {
        return new DeliveryRequest(
                kind,
                dossier,
                UUID.randomUUID(),
                version,
                kind.equals("dossier"),
                "IN_PROGRESS",
                "H15.24133",
                "H15.24133",
                version == 1,
                null);
    }

    /** The dossiers whose next step may go now; it goes. */
    private List<String> go() {
        List<String> gone = new ArrayList<>();
        queue.send("progress", batch -> {
            batch.items().stream().map(ClaimedDelivery::dossierNumber).forEach(gone::add);
            batch.noteRest(new Confirmed());
        });
        return gone;
    }

    private List<String> questions() {
        return calls().stream().map(call -> call.path("mahoso").asText()).toList();
    }

    private List<JsonNode> calls() {
        return portal.requests("/mapi/g").stream()
                .map(request -> {
                    try {
                        return json.readTree(request.body());
                    } catch (IOException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .filter(call -> call.hasNonNull("mahoso"))
                .toList();
    }
}
