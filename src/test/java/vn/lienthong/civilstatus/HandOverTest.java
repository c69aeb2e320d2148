package vn.lienthong.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.MadeUp;

/** Legs on their way to the platform's twin, with every fault of the wire. */
class HandOverTest {
    private static final CivilWorld WORLD = new CivilWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @AfterEach
    void heal() {
        WORLD.set("faults", "{\"mode\":\"none\"}");
    }

    @Test
    void isOneThere_howeverOftenItIsHandedOver() {
        String number = WORLD.leg(CivilWorld.BIRTH);
        long repeats = WORLD.stats().path("repeats").asLong();

        assertThat(WORLD.ask(number)).isInstanceOf(NotThere.class);
        assertThat(WORLD.send(number)).isInstanceOf(Sent.class);
        assertThat(WORLD.send(number)).isInstanceOf(Sent.class);
        assertThat(WORLD.ask(number)).isEqualTo(new Confirmed("1"));
        assertThat(WORLD.stats().path("repeats").asLong()).isEqualTo(repeats + 1);
    }

    @Test
    void saysWhatIsKnown_andLeavesTheFormAsItWasFilledIn() throws IOException {
        String number = MadeUp.number();
        String parent = MadeUp.number();
        WORLD.tell(number, 1, DossierStatus.ACCEPTED, body -> {
            body.put("procedureCode", CivilWorld.BIRTH).put("parent", parent);
            body.putObject("national")
                    .putObject("hoTich")
                    .put("nksNgaySinh", "20/11/2026")
                    .put("nycHoTen", "Người Yêu Cầu Khác");
            body.putArray("relatedPersons")
                    .addObject()
                    .put("relation", "MOTHER")
                    .put("name", "Trần Thị Mẹ")
                    .put("personalId", "066190000012");
        });
        assertThat(WORLD.send(number)).isInstanceOf(Sent.class);

        JsonNode held = WORLD.registration(number);
        JsonNode form = new ObjectMapper().readTree(held.path("form").asText());
        assertThat(held.path("linked").asText()).isEqualTo(parent);
        assertThat(held.path("unit").asText()).isEqualTo("24133");
        assertThat(held.path("module").asText()).isEqualTo("LTKS");
        assertThat(form.path("nksNgaySinh").asText()).isEqualTo("20/11/2026");
        assertThat(form.path("nycHoTen").asText()).isEqualTo("Người Yêu Cầu Khác");
        assertThat(form.path("meHoTen").asText()).isEqualTo("Trần Thị Mẹ");
        assertThat(form.has("chaHoTen")).as("nothing is made up").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "error,MaybeSent", "reset-before,MaybeSent", "throttle,Throttled", "session-expired,NotSent",
        "reset-after,MaybeSent", "garbage,MaybeSent", "truncated,MaybeSent", "wrong-encoding,MaybeSent",
        "delay,MaybeSent", "slow-drip,MaybeSent"
    })
    void neverTakesAFaultForAnAnswer(String mode, String outcome) {
        String number = WORLD.leg(CivilWorld.BIRTH);
        WORLD.set("faults", "{\"mode\":\"" + mode + "\",\"delayMs\":5000,\"service\":\"register\"}");
        DeliveryOutcome sent = WORLD.send(number);
        WORLD.set("faults", "{\"mode\":\"none\"}");

        assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(WORLD.ask(number)).isInstanceOfAny(Confirmed.class, NotThere.class);
        assertThat(WORLD.send(number)).isInstanceOf(Sent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "error", "reset-after", "session-expired", "throttle"})
    void asksAgain_whenAQuestionGetsNoAnswer(String mode) {
        String number = WORLD.leg(CivilWorld.BIRTH);
        WORLD.set("faults", "{\"mode\":\"" + mode + "\",\"service\":\"results\"}");
        assertThat(WORLD.ask(number)).isInstanceOfAny(NoAnswer.class, DeliveryOutcome.Throttled.class);
    }

    @Test
    void sendsNothing_withoutAToken() {
        String number = WORLD.leg(CivilWorld.BIRTH);
        long before = WORLD.stats().path("registrations").asLong();
        try (CivilWorld other = new CivilWorld("http://127.0.0.1:1")) {
            String there = other.leg(CivilWorld.BIRTH);
            assertThat(other.send(there)).isInstanceOf(DeliveryOutcome.NotSent.class);
        }
        assertThat(WORLD.stats().path("registrations").asLong()).isEqualTo(before);
        assertThat(WORLD.send(number)).isInstanceOf(Sent.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 OK|{\"status\":\"1\"}|Sent",
                "200 OK|{\"status\":1}|Sent",
                "200 OK|{\"status\":\"0\",\"errorDescription\":\"Hồ sơ ĐÃ ĐƯỢC TIẾP NHẬN\"}|Sent",
                "200 OK|{\"status\":\"0\",\"errorCode\":\"500\",\"errorDescription\":\"Sai\"}|Refused",
                "200 OK|{\"status\":\"0\",\"errorCode\":\"100\"}|NotSent",
                "200 OK|{\"status\":\"0\",\"errorCode\":\"777\"}|Undecidable",
                "200 OK|{\"status\":\"0\"}|MaybeSent",
                "200 OK|[]|MaybeSent",
                "200 OK|{\"status\":\"1\",\"status\":\"0\"}|MaybeSent",
                "200 OK|{\"status\":\"1\"} {}|MaybeSent",
                "500 Error|{\"title\":\"x\",\"errors\":\"nksHoTen …\",\"status\":500}|MaybeSent",
                "404 Not Found|x|NotSent",
                "302 Found|x|Undecidable"
            })
    void readsAnswersStrictly(String status, String answer, String outcome) {
        try (HttpDouble platform = new HttpDouble((request, wire) -> wire.answer(
                        request.path().endsWith("/token") ? "200 OK" : status,
                        "Content-Type: application/json\r\n",
                        (request.path().endsWith("/token") ? "{\"access_token\":\"t\",\"expires_in\":3600}" : answer)
                                .getBytes(StandardCharsets.UTF_8)));
                CivilWorld other = new CivilWorld(platform.url().toString())) {
            DeliveryOutcome sent = other.send(other.leg(CivilWorld.BIRTH));

            assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(platform.requests()).as("the token and one message").hasSize(2);
        }
    }

    @Test
    void namesWhatTheHeadLacks() {
        var contract = vn.lienthong.civilstatus.wire.TestLine.contract();
        var unit = vn.lienthong.civilstatus.wire.TestLine.settings().units().getFirst();
        var content = Tellings.content(DossierStatus.ACCEPTED, body -> body.remove("acceptedAt"));

        assertThat(new RegistrationWriter(contract)
                        .write("H15.24133-261122-0001", "LTKS", unit, content)
                        .missing())
                .containsExactly("maHoSoLT", "ngayTiepNhan");
    }
}
