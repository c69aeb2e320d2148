package vn.lienthong.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.Program;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

/**
 * How long from the process's begin to the ready line, in turn: the jar as it is on a new database, then on a known
 * database the jar, the extracted layout and the extracted layout with an AOT cache, the last also after SIGKILL.
 * {@code -Drounds=5} sets how often.
 */
class StartBench {
    private final int rounds = Integer.getInteger("rounds", 5);
    private final Path folder = WorkFolder.fresh("start");
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    @Test
    @DisplayName("Khởi động")
    void startsFromEachForm() {
        try (SimulatorProcess simulator = SimulatorProcess.in(folder)) {
            Program jar = Program.packed();
            Program extracted = Program.unpacked(folder.resolve("extracted"));
            Path cache = folder.resolve("app.aot");
            try (GatewayProcess rehearsal = GatewayProcess.begun(
                    extracted,
                    folder.resolve("rehearsal"),
                    withRecommended("-XX:AOTCacheOutput=" + cache),
                    simulator.url())) {
                rehearsal.awaitReady();
            }
            List<String> cached = withRecommended("-XX:AOTCache=" + cache);
            for (int round = 0; round < rounds; round++) {
                Path fresh = folder.resolve("fresh" + round);
                Path known = folder.resolve("known");
                time("jar, new database", jar, fresh, GatewayProcess.AS_RECOMMENDED, simulator, false);
                time("jar", jar, known, GatewayProcess.AS_RECOMMENDED, simulator, false);
                time("extracted", extracted, known, GatewayProcess.AS_RECOMMENDED, simulator, false);
                time("extracted, AOT cache", extracted, known, cached, simulator, true);
                time("extracted, AOT cache, after SIGKILL", extracted, known, cached, simulator, false);
            }
        }
        Report.begin("Start to ready, " + rounds + " rounds in turn");
        Report.say("| form | seconds, min / median / max |");
        Report.say("|---|---|");
        seconds.forEach((form, figures) -> Report.say("| %s | %s |", form, Report.spread(figures, "%.1f")));
    }

    private static List<String> withRecommended(String option) {
        List<String> options = new ArrayList<>(GatewayProcess.AS_RECOMMENDED);
        options.add(option);
        return List.copyOf(options);
    }

    private void time(
            String form, Program program, Path where, List<String> options, SimulatorProcess simulator, boolean kill) {
        long from = System.nanoTime();
        GatewayProcess gateway = GatewayProcess.begun(program, where, options, simulator.url());
        gateway.awaitReady();
        seconds.computeIfAbsent(form, name -> new ArrayList<>()).add((System.nanoTime() - from) / 1e9);
        if (kill) {
            gateway.kill(); // its database server is left behind for the next start to deal with
        } else {
            gateway.close();
        }
    }
}
