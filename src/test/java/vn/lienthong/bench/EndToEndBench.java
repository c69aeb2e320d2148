package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/**
 * Dossiers all the way to the portal's twin: gateway, twin and load generator are three processes. {@code -Drate=1200}
 * sets what is told per second, {@code -Dseconds=60} for how long after the warm-up, {@code -Dbatches=50,1} the most dossiers
 * in one call, one whole run for each in the same sitting.
 */
class EndToEndBench {
    private final int rate = Integer.getInteger("rate", 1200);
    private final int seconds = Integer.getInteger("seconds", 60);
    private final int warmUp = Integer.getInteger("warmup", 40);
    private final String batches = System.getProperty("batches", "50");

    @Test
    @DisplayName("Từ một cửa tới Cổng")
    void carriesDossiersThrough() {
        for (String batch : batches.split(",")) {
            carryThrough(Integer.parseInt(batch.strip()));
        }
    }

    private void carryThrough(int batch) {
        Path folder = WorkFolder.fresh("end-to-end-" + batch);
        String setting = "--lienthong.partners.portal.batch=" + batch;
        try (SimulatorProcess simulator = SimulatorProcess.in(folder);
                GatewayProcess gateway =
                        GatewayProcess.in(folder, GatewayProcess.AS_RECOMMENDED, simulator.url(), setting)) {
            Report.begin("End to end, 2 KB, three processes, told at " + rate + "/s, at most " + batch + " in a call");
            Load.Running load = new Load(folder, Client.of(gateway.url(), MadeUp.WARD)).begin(rate, warmUp, seconds);
            long told = load.next().calls();
            long from = System.nanoTime();
            int shownBefore = shown(simulator);
            Report.say("warm-up: %d told, %d shown, %s", told, shownBefore, gateway.memory());
            Phase steady = load.next();
            double length = (System.nanoTime() - from) / 1e9;
            int shownAfter = shown(simulator);
            told += steady.calls();
            long drainFrom = System.nanoTime();
            long all = told;
            gateway.await("the backlog is drained", Duration.ofMinutes(10), () -> shown(simulator) >= all);
            Report.say("accepted: %s", steady);
            Report.say("shown by the portal: %.0f/s over %.1f s", (shownAfter - shownBefore) / length, length);
            Report.say(
                    "backlog at the end of the load: %d, drained after %.1f s",
                    told - shownAfter, (System.nanoTime() - drainFrom) / 1e9);
            Report.say("memory of the gateway: %s", gateway.memory());
            check(simulator, all);
        }
    }

    private static void check(SimulatorProcess simulator, long told) {
        JsonNode stats = simulator.portal().stats();
        Set<String> numbers = new HashSet<>();
        simulator.portal().history(effect -> numbers.add(effect.path("MaHoSo").asText()));
        Report.say(
                "portal: %d dossiers in the history, %d creates, %d calls, %d repeats, %d out of order",
                numbers.size(),
                stats.path("creates").asInt(),
                stats.path("services").path("DongBoHoSoMC").asInt(),
                stats.path("duplicates").asInt(),
                stats.path("outOfOrder").asInt());
        assertThat(numbers).hasSize((int) told);
        assertThat(stats.path("creates").asLong()).isEqualTo(told);
        assertThat(stats.path("updates").asInt()).isZero();
        assertThat(stats.path("duplicates").asInt()).isZero();
        assertThat(stats.path("outOfOrder").asInt()).isZero();
    }

    private static int shown(SimulatorProcess simulator) {
        return simulator.portal().stats().path("dossiers").asInt();
    }
}
