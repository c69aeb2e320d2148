package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The twin of a ministry's portal: sessions, effects once and in order, under whatever names are set. */
class MinistryTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    @Test
    void takesADossierOnce_thenUpdates_andCountsRepeats() {
        String session = signIn();
        assertThat(call(session, "CapNhatHoSo", "{\"MaHoSo\":\"D1\"}")).isEqualTo("22");
        assertThat(call(session, "ThemTienDo", "{\"MaHoSo\":\"D1\"}")).isEqualTo("22");
        assertThat(call(session, "ThemHoSo", "{\"MaHoSo\":\"D1\",\"a\":1}")).isEqualTo("00");
        assertThat(call(session, "ThemHoSo", "{\"MaHoSo\":\"D1\",\"a\":1}")).isEqualTo("21");
        assertThat(call(session, "CapNhatHoSo", "{\"MaHoSo\":\"D1\",\"a\":1}")).isEqualTo("00");
        assertThat(call(session, "CapNhatHoSo", "{\"MaHoSo\":\"D1\",\"a\":2}")).isEqualTo("00");
        assertThat(call(session, "ThemTienDo", "{\"MaHoSo\":\"D1\",\"b\":1}")).isEqualTo("00");
        assertThat(call(session, "ThemTienDo", "{\"MaHoSo\":\"D1\",\"b\":1}")).isEqualTo("00");
        JsonNode stats = twins.caller().get("/__sim/ministry/stats");
        assertThat(stats.path("effects").asInt()).isEqualTo(3);
        assertThat(stats.path("duplicates").asInt()).isEqualTo(2);
        JsonNode shown = send(body(session, "TraCuuHoSo", "\"mahoso\":\"D1\""))
                .path("data")
                .path(0);
        assertThat(shown.path("a").asInt()).isEqualTo(2);
        assertThat(shown.path("TienDo").size()).isEqualTo(1);
    }

    @Test
    void nextSignInOfAnAccount_endsTheSessionBefore() {
        String first = signIn();
        String second = signIn();
        assertThat(call(first, "ThemHoSo", "{\"MaHoSo\":\"D1\"}")).isEqualTo("11");
        assertThat(call(second, "ThemHoSo", "{\"MaHoSo\":\"D1\"}")).isEqualTo("00");
        assertThat(call(second, "KhongCo", "{\"MaHoSo\":\"D1\"}")).isEqualTo("99");
        assertThat(call(second, "ThemHoSo", "{}")).isEqualTo("31");
    }

    @Test
    void speaksUnderTheNamesThatAreSet_andRefusesMisspeltKnobs() {
        twins.caller()
                .put(
                        "/__sim/ministry/behaviour",
                        "{\"data\":\"data\",\"number\":\"so\",\"create\":\"Gui\",\"update\":\"Gui\",\"code\":\"ma\"}");
        String session = signIn();
        String sent =
                "{\"session\":\"" + session + "\",\"service\":\"Gui\",\"data\":[{\"so\":\"D1\"},{\"so\":\"D2\"}]}";
        assertThat(send(sent).path("ma").asText()).isEqualTo("00");
        assertThat(send(sent).path("ma").asText()).isEqualTo("00");
        assertThat(twins.caller()
                        .get("/__sim/ministry/dossiers/D2")
                        .path("history")
                        .size())
                .isEqualTo(1);
        assertThat(twins.caller().put("/__sim/ministry/behaviour", "{\"dta\":\"x\"}"))
                .isEqualTo(400);
    }

    private String signIn() {
        return twins.caller()
                .post("/ministry/mapi/login", Map.of("username", "u", "password", "p"))
                .path("session")
                .asText();
    }

    private String call(String session, String service, String item) {
        return send(body(session, service, "\"hoSo\":" + item))
                .path("error_code")
                .asText();
    }

    private static String body(String session, String service, String rest) {
        return "{\"session\":\"" + session + "\",\"service\":\"" + service + "\"," + rest + "}";
    }

    private JsonNode send(String body) {
        try {
            return twins.caller().post("/ministry/mapi/g", Caller.JSON.readTree(body));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
