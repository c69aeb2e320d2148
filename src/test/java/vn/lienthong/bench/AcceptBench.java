package vn.lienthong.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/**
 * How many dossiers a second the gateway stores durably, beside what the same database does with the same three rows, in
 * turn. {@code -Drounds=4 -Dseconds=20} sets the length.
 */
class AcceptBench {
    private final int rounds = Integer.getInteger("rounds", 4);
    private final int seconds = Integer.getInteger("seconds", 20);

    @Test
    @DisplayName("Nhận bền so với cơ sở dữ liệu")
    void acceptsBesideTheBaseline() {
        Path folder = WorkFolder.fresh("accept");
        try (SimulatorProcess simulator = SimulatorProcess.in(folder);
                GatewayProcess gateway = GatewayProcess.in(folder, GatewayProcess.AS_RECOMMENDED, simulator.url())) {
            Load load = new Load(folder, Client.of(gateway.url(), MadeUp.WARD));
            Baseline baseline = Baseline.beside(folder.resolve("data"), folder);
            Report.begin("Durable accept, 2 KB, 32 connections, beside pgbench with 32 clients");
            Report.say(
                    "server: fsync %s, synchronous_commit %s",
                    baseline.setting("fsync"), baseline.setting("synchronous_commit"));
            warmUp(gateway, load, baseline);
            compare("portal answers, delivery runs beside", gateway, load, baseline);
            simulator.portal().fault("down", 1, 0);
            compare("portal down, deliveries wait", gateway, load, baseline);
        }
    }

    private void warmUp(GatewayProcess gateway, Load load, Baseline baseline) {
        for (Phase phase : load.run(0, seconds, seconds, seconds)) {
            Report.say("warm-up: %s", phase);
        }
        drain(gateway);
        Report.say("baseline warm-up: %s", baseline.run(seconds));
    }

    private void compare(String what, GatewayProcess gateway, Load load, Baseline baseline) {
        List<Double> accepted = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> committed = new ArrayList<>();
        Report.say("");
        Report.say("%s:", what);
        Report.say("| round | gateway | pgbench, same server | ratio |");
        Report.say("|---|---|---|---|");
        for (int round = 1; round <= rounds; round++) {
            Phase ours = load.run(0, seconds).getFirst();
            if (what.contains("answers")) {
                drain(gateway);
            }
            Phase theirs = baseline.run(seconds);
            accepted.add(ours.rate());
            committed.add(theirs.rate());
            ratios.add(ours.rate() / theirs.rate());
            Report.say("| %d | %s | %s | %.2f |", round, ours, theirs, ours.rate() / theirs.rate());
        }
        Report.say(
                "min / median / max: accepted %s per s, baseline %s per s, ratio %s",
                Report.spread(accepted, "%.0f"), Report.spread(committed, "%.0f"), Report.spread(ratios, "%.2f"));
    }

    private static void drain(GatewayProcess gateway) {
        Client ops = Client.of(gateway.url(), "ops");
        gateway.await(
                "the backlog is drained",
                Duration.ofMinutes(10),
                () -> ops.get("/v1/deliveries?state=READY&limit=1")
                                .json()
                                .path("items")
                                .isEmpty()
                        && ops.get("/v1/deliveries?state=SENDING&limit=1")
                                .json()
                                .path("items")
                                .isEmpty());
    }
}
