package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.portal.PortalWorld.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.portal.session.SessionPartner;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Request;
import vn.lienthong.testing.HttpDouble.Script;
import vn.lienthong.testing.HttpDouble.Wire;
import vn.lienthong.testing.TestDatabase;

/** What the portal's answer to a question means for a delivery that may have arrived. */
class PortalReadBackTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final ObjectMapper json = new ObjectMapper();
    private volatile Script lookUp = (request, wire) -> wire.json("{\"error_code\":0,\"result\":[]}");
    private volatile JsonNode pushed;
    private HttpDouble partner;
    private PortalWorld world;

    @BeforeEach
    void open() {
        partner = new HttpDouble(new SessionPartner(this::serve));
        world = new PortalWorld(DATABASE, partner.url());
    }

    @AfterEach
    void close() {
        world.close();
        partner.close();
    }

    private void serve(Request request, Wire wire) throws IOException {
        JsonNode body = json.readTree(request.body());
        if (body.path("service").asText().equals("TraCuuHoSo")) {
            lookUp.answer(request, wire);
        } else {
            pushed = body.path("data").path(0);
            wire.reset();
        }
    }

    @Test
    void richAnswerThatShowsIt_confirms() {
        ClaimedDelivery state = world.state();
        world.push(state);
        lookUp = (request, wire) -> wire.json(shown((ObjectNode) pushed.deepCopy()));
        assertThat(ask(state)).isEqualTo(new Confirmed("0"));
        assertThat(partner.requests("/mapi/g").getLast().body())
                .contains("\"service\":\"TraCuuHoSo\",\"mahoso\":\"" + state.dossierNumber() + "\"");
    }

    @Test
    void richAnswerThatShowsAnOlderState_saysNotThere() {
        ClaimedDelivery state = world.state(DossierStatus.PROCESSED, "x", true, 0);
        world.push(state);
        lookUp = (request, wire) -> wire.json(shown(((ObjectNode) pushed.deepCopy()).put("TrangThaiHoSo", "2")));
        assertThat(ask(state)).isEqualTo(new NotThere());
    }

    @Test
    void unknownDossier_isNotThere_whicheverWayThePortalSaysIt() {
        ClaimedDelivery state = world.state();
        assertThat(ask(state)).isEqualTo(new NotThere());
        lookUp = (request, wire) -> wire.json("{\"error_code\":-5}");
        assertThat(ask(state)).isEqualTo(new NotThere());
    }

    @Test
    void poorAnswer_cannotTell() {
        ClaimedDelivery state = world.state();
        ClaimedDelivery step = world.step("Chuyển xử lý");
        lookUp = (request, wire) -> wire.json(
                "{\"error_code\":0,\"result\":[{\"MaHoSo\":\"" + number(request) + "\",\"TrangThaiHoSo\":\"2\"}]}");
        assertThat(ask(state)).isInstanceOf(CannotTell.class);
        assertThat(ask(step)).isInstanceOf(CannotTell.class);
    }

    @Test
    void answerAboutAnotherDossier_orWithoutResult_cannotTell() {
        ClaimedDelivery state = world.state();
        lookUp = (request, wire) -> wire.json("{\"error_code\":0,\"result\":[{\"MaHoSo\":\"H15-261121-9999\"}]}");
        assertThat(ask(state)).isInstanceOf(CannotTell.class);
        lookUp = (request, wire) -> wire.json("{\"error_code\":0}");
        assertThat(ask(state)).isInstanceOf(CannotTell.class);
    }

    @Test
    void step_isConfirmedWhenShown_andNotThereWhenOthersAreShown() {
        ClaimedDelivery step = world.step("Chuyển xử lý");
        world.pushSteps(step);
        ObjectNode dossier = json.createObjectNode().put("MaHoSo", step.dossierNumber());
        dossier.putArray("DanhSachTienDo").add(pushed);
        lookUp = (request, wire) -> wire.json(shown(dossier));
        assertThat(ask(step)).isEqualTo(new Confirmed("0"));
        ((ObjectNode) dossier.at("/DanhSachTienDo/0")).put("NoiDungXuLy", "Bước khác");
        assertThat(ask(step)).isEqualTo(new NotThere());
    }

    @Test
    void firstQuestionWithoutAnswer_endsTheRound() {
        ClaimedDelivery one = world.state();
        ClaimedDelivery two = world.state();
        lookUp = (request, wire) -> wire.reset();
        DeliveryBatch batch = world.ask(one, two);
        assertThat(outcome(batch, one)).isInstanceOf(NoAnswer.class);
        assertThat(outcome(batch, two)).isInstanceOf(NoAnswer.class);
        assertThat(SessionPartner.calls(partner)).isEqualTo(1);
        assertThat(batch.mayHaveLeft()).isFalse();
    }

    @Test
    void slowDown_isObeyed_andUnknownCodesAreAskedAgain() {
        ClaimedDelivery state = world.state();
        lookUp = (request, wire) -> wire.answer("429 Slow", "Retry-After: 3\r\n", new byte[0]);
        assertThat(ask(state)).isEqualTo(new Throttled(Duration.ofSeconds(3)));
        lookUp = (request, wire) -> wire.json("{\"error_code\":\"E9\",\"message\":\"bận\"}");
        assertThat(ask(state)).isEqualTo(new NoAnswer(Reason.REPLY_UNKNOWN, "E9 bận"));
    }

    @Test
    void oneDoubtDoesNotHideAnother() {
        ClaimedDelivery there = world.state();
        world.push(there);
        JsonNode known = pushed;
        ClaimedDelivery absent = world.state();
        lookUp = (request, wire) -> wire.json(
                number(request).equals(there.dossierNumber())
                        ? shown((ObjectNode) known.deepCopy())
                        : "{\"error_code\":0,\"result\":[]}");
        DeliveryBatch batch = world.ask(absent, there);
        assertThat(outcome(batch, absent)).isEqualTo(new NotThere());
        assertThat(outcome(batch, there)).isEqualTo(new Confirmed("0"));
    }

    @Test
    void lostEvent_isForAPerson() {
        ClaimedDelivery lost =
                vn.lienthong.portal.session.ConnectorWorld.delivery(50, java.util.UUID.randomUUID(), true, false, 0);
        assertThat(ask(lost)).isEqualTo(new Undecidable(Reason.CANNOT_BE_BUILT, null, true));
    }

    private DeliveryOutcome ask(ClaimedDelivery delivery) {
        return outcome(world.ask(delivery), delivery);
    }

    private String shown(ObjectNode item) {
        ObjectNode reply = json.createObjectNode().put("error_code", "0");
        reply.putArray("result").add(item);
        return reply.toString();
    }

    private String number(Request request) throws IOException {
        return json.readTree(request.body()).path("mahoso").asText();
    }
}
