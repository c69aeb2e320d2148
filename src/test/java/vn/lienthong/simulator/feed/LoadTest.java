package vn.lienthong.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.StartRefused;

class LoadTest {
    private final SettableClock clock = new SettableClock();
    private FakeGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new FakeGateway(0);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void sendsExactlySoManyEvents_eachDossiersInOrder() throws Exception {
        LoadReport report = Load.run(gateway.uri(), 500, 8, clock);
        assertThat(report.accepted()).isEqualTo(500);
        assertThat(report.refused()).isZero();
        assertThat(gateway.effects).hasSize(500);
        assertThat(gateway.replays).isEmpty();
        assertThat(gateway.signIns).as("one sign-in for each client").hasSizeLessThanOrEqualTo(2);
        Map<String, List<Integer>> placesOfDossiers = new java.util.HashMap<>();
        gateway.effects.keySet().forEach(key -> {
            int dot = key.lastIndexOf('.');
            placesOfDossiers
                    .computeIfAbsent(key.substring(0, dot), number -> new ArrayList<>())
                    .add(Integer.parseInt(key.substring(dot + 1)));
        });
        assertThat(placesOfDossiers)
                .hasSizeGreaterThan(40)
                .allSatisfy((number, places) ->
                        assertThat(places).isSorted().first().isEqualTo(1));
        assertThat(report.millis(99)).isGreaterThanOrEqualTo(report.millis(50)).isPositive();
    }

    @Test
    void usesOtherNumbersInEachRun() throws Exception {
        Load.run(gateway.uri(), 20, 1, clock);
        clock.advance(Duration.ofSeconds(2));
        Load.run(gateway.uri(), 20, 1, clock);
        assertThat(gateway.effects).hasSize(40);
    }

    @Test
    void comesAgain_whenAskedTo_andCountsIt() throws Exception {
        gateway.faults.addAll(List.of(503, 429, 0));
        LoadReport report = Load.run(gateway.uri(), 3, 1, clock);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.heldBack()).isEqualTo(3);
    }

    @Test
    void countsRefusals_byStatusAndCode_andLeavesTheRestOfThatDossierOut() throws Exception {
        gateway.refuse = path -> path.contains("H15.02") ? 422 : 0;
        LoadReport report = Load.run(gateway.uri(), 300, 4, clock);
        assertThat(report.refusals()).containsOnlyKeys("422 DOSSIER-INVALID");
        assertThat(report.accepted() + report.refused()).isEqualTo(300);
        assertThat(report.text()).contains("422 DOSSIER-INVALID");
        assertThat(new ObjectMapper().readTree(report.json()).path("refused").asInt())
                .isEqualTo(report.refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>413 Request Entity Too Large</html>", "", "{\"code\":"})
    void countsARefusalThatIsNoProblem_once_byItsStatus(String body) throws Exception {
        gateway.refuse = path -> 413;
        gateway.refusal = body;
        LoadReport report = Load.run(gateway.uri(), 20, 2, clock);
        assertThat(report.refusals()).isEqualTo(Map.of("413", 20));
        assertThat(report.heldBack()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sandbox\":false}", "{}", "{\"sandbox\":\"yes\"}", "[]"})
    void sendsNothing_toAGatewayThatIsNoSandbox(String about) {
        gateway.about = about;
        assertThatThrownBy(() -> Load.run(gateway.uri(), 5, 1, clock))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no sandbox");
        assertThat(gateway.effects).isEmpty();
        assertThat(gateway.signIns).isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThatThrownBy(() -> Load.run(URI.create("http://127.0.0.1:9"), 5, 1, clock))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--url");
    }
}
