package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.NUMBER;
import static vn.lienthong.simulator.Samples.dossier;
import static vn.lienthong.simulator.Samples.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control endpoints: knobs, figures, pages and emptying. */
class ControlTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = twins.caller().signedIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"mode\":\"explode\"}",
                "{\"mode\":\"error\",\"rate\":2}",
                "{\"mode\":\"error\",\"rate\":\"x\"}",
                "{\"mode\":\"error\",\"delayMs\":-1}",
                "{\"mode\":\"error\",\"Rate\":1}",
                "{\"mode\":7}"
            })
    void refusesAKnobThatMakesNoSense_andSaysWhyInBothLanguages(String body) {
        var reply = caller.send("PUT", "/__sim/portal/faults", body);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(Caller.json(reply.body()).path("vi").asText()).isNotBlank();
        assertThat(Caller.json(reply.body()).path("en").asText()).isNotBlank();
        assertThat(caller.get("/__sim/portal/faults").path("mode").asText()).isEqualTo("none");
    }

    @Test
    void refusesABehaviourThatMakesNoSense_andKeepsTheOldOne() {
        caller.behaviour("{\"readBack\":\"poor\"}");
        assertThat(caller.put("/__sim/portal/behaviour", "{\"batch\":\"some\"}"))
                .isEqualTo(400);
        caller.behaviour("{\"batch\":\"first-error\"}");
        JsonNode now = caller.get("/__sim/portal/behaviour");
        assertThat(now.path("readBack").asText()).isEqualTo("poor");
        assertThat(now.path("batch").asText()).isEqualTo("first-error");
    }

    @Test
    void knowsAllPlatformsAndNoOthers() {
        for (String id : new String[] {"population", "post", "insurance", "civil-status", "ministry", "tsa", "ocsp"}) {
            assertThat(caller.get("/__sim/" + id + "/stats").path("calls").intValue())
                    .isZero();
            assertThat(caller.put("/__sim/" + id + "/faults", "{\"mode\":\"error\"}"))
                    .isEqualTo(200);
            assertThat(caller.send("POST", "/" + id, "x").statusCode()).isEqualTo(500);
            assertThat(caller.get("/__sim/" + id + "/stats").path("calls").intValue())
                    .isEqualTo(1);
            assertThat(caller.send("DELETE", "/__sim/" + id, "").statusCode()).isEqualTo(200);
            assertThat(caller.get("/__sim/" + id + "/stats").path("calls").intValue())
                    .isZero();
        }
        assertThat(caller.send("DELETE", "/__sim/moon", "").statusCode()).isEqualTo(404);
        assertThat(caller.send("GET", "/__sim/portal/nothing", "").statusCode()).isEqualTo(404);
        assertThat(caller.send("POST", "/elsewhere", "").statusCode()).isEqualTo(404);
        assertThat(caller.get("/__sim").path("platforms")).hasSize(12);
    }

    @Test
    void keepsItsEndpointsOpenUnderAnyFault_andWireMocksOwnClosed() {
        caller.fault("{\"mode\":\"down\"}");
        assertThat(caller.send("GET", "/__sim/portal/stats", "").statusCode()).isEqualTo(200);
        assertThat(caller.send("POST", "/__admin/mappings/reset", "").statusCode())
                .isEqualTo(404);
        assertThat(caller.send("GET", "/__sim", "").statusCode()).isEqualTo(200);
    }

    @Test
    void emptiesThePortal_andKeepsItsKnobsAndSessions() {
        caller.behaviour("{\"readBack\":\"poor\"}");
        caller.create(dossier());
        caller.send("DELETE", "/__sim/portal", "");

        JsonNode stats = caller.stats();
        for (String figure :
                new String[] {"dossiers", "creates", "updates", "progress", "duplicates", "outOfOrder", "calls"}) {
            assertThat(stats.path(figure).isInt()).isTrue();
            assertThat(stats.path(figure).intValue()).as(figure).isZero();
        }
        assertThat(caller.lookUp(NUMBER)).isEmpty();
        assertThat(caller.create(dossier()).path("error_code").asText()).isEqualTo("0");
        twins.stop();
        twins.start();
        assertThat(twins.caller().history(NUMBER)).hasSize(1);
        assertThat(twins.caller()
                        .get("/__sim/portal/behaviour")
                        .path("readBack")
                        .asText())
                .isEqualTo("poor");
    }

    @Test
    void listsDossiersPageByPage() {
        IntStream.range(0, 5).forEach(i -> caller.create(dossier("H99.14-260131-000" + i)));
        JsonNode first = caller.get("/__sim/portal/dossiers?limit=3");
        assertThat(first.path("items")).hasSize(3);
        JsonNode second = caller.get(
                "/__sim/portal/dossiers?limit=3&after=" + first.path("next").asText());
        assertThat(second.path("items").toString()).isEqualTo("[\"H99.14-260131-0003\",\"H99.14-260131-0004\"]");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(caller.send("GET", "/__sim/portal/dossiers?after=x", "").statusCode())
                .isEqualTo(400);
        assertThat(caller.send("GET", "/__sim/portal/dossiers?limit=x", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void feedsAllEffectsInTheirOrder() {
        caller.create(dossier(), dossier("H99.14-260131-0002"));
        caller.progress(step("20260131090000"));
        JsonNode first = caller.get("/__sim/portal/history?limit=2");
        assertThat(first.path("items").findValuesAsText("number")).containsExactly("1", "2");
        assertThat(first.at("/items/1/MaHoSo").asText()).isEqualTo("H99.14-260131-0002");
        assertThat(first.path("effects").intValue()).isEqualTo(3);
        JsonNode rest = caller.get("/__sim/portal/history?full=true&limit=2&after="
                + first.path("next").intValue());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.at("/items/0/service").asText()).isEqualTo("CapNhatTienDoHoSoMC");
        assertThat(rest.at("/items/0/NoiDungXuLy").asText()).isEqualTo("Thẩm định hồ sơ");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void countsCallsByService() {
        caller.create(dossier());
        caller.lookUp(NUMBER);
        caller.service(caller.call("MadeUp"));
        JsonNode stats = caller.stats();
        assertThat(stats.path("calls").intValue()).isEqualTo(4);
        assertThat(stats.at("/services/TraCuuHoSo").intValue()).isEqualTo(1);
        assertThat(stats.at("/services/other").intValue()).isEqualTo(1);
    }
}
