package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.simulator.Samples.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.LienthongApplication;

/** The twins alone in a process that is killed, not stopped. */
class KillTest {
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

    @Test
    void losesNothingItAnswered_whenKilledUnderLoad(@TempDir Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LienthongApplication.class.getName(),
                        "simulator",
                        "--port",
                        "0",
                        "--data",
                        directory.toString(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Caller caller =
                    new Caller(Caller.JSON.readTree(out.readLine()).path("url").asText()).signedIn();
            for (int i = 0; i < 4; i++) {
                callers.submit(() -> createUntilItBreaks(caller));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > 200);
            process.destroyForcibly();
        }
        process.waitFor();

        try (Simulator again = Simulator.start(SimulatorSettings.in(directory).onPort(0))) {
            Caller caller = new Caller(again.url());
            JsonNode stats = caller.stats();
            assertThat(stats.path("dossiers").intValue()).isGreaterThanOrEqualTo(accepted.size());
            assertThat(stats.path("creates").intValue()).isEqualTo(again.dossiers());
            assertThat(again.dossiers() % 5)
                    .as("calls of five took effect whole")
                    .isZero();
            assertThat(accepted).allMatch(number -> caller.history(number).size() == 1);
        }
    }

    private void createUntilItBreaks(Caller caller) {
        while (true) {
            ObjectNode[] five = new ObjectNode[5];
            for (int i = 0; i < five.length; i++) {
                five[i] = dossier("H99.14-260131-%05d".formatted(next.incrementAndGet()));
            }
            JsonNode reply = caller.create(five);
            reply.path("result").findValuesAsText("MaHoSo").forEach(accepted::add);
        }
    }
}
