package vn.lienthong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportTest {
    private static final String OLD = """
            {"point":"RANDOM","site":"","seed":7,"nodes":1,"node":1,"acceptedBefore":25,"recoveryMs":5400}
            {"readBack":"rich","accepted":40,"confirmed":39,"superseded":1,"judged":1}
            """;

    @TempDir
    Path folder;

    @Test
    void readsOldLines_beside_linesThatTellWhatWasInFlight() throws Exception {
        Path file = folder.resolve("report.jsonl");
        Files.writeString(file, OLD);
        CrashReport report = new CrashReport(file);
        assertThat(row(report)).contains("| 1 | 1 | 0 | 0 | 25 | 5.4 / 5.4 / 5.4 s |  |");

        kill(report, 12, Optional.of(Duration.ofMillis(8200)));
        kill(report, 3, Optional.of(Duration.ofMillis(21_700)));
        kill(report, 0, Optional.empty());
        report.judgement(JsonNodeFactory.instance.objectNode().put("accepted", 100));

        assertThat(report.kills()).isEqualTo(4);
        assertThat(row(report)).contains("21.7 / 21.7 s (of 2)");
        assertThat(Files.readAllLines(file)).hasSize(6);
        assertThat(report.text().lines().filter(line -> line.startsWith("|---")).findFirst())
                .hasValueSatisfying(line -> assertThat(
                                line.chars().filter(c -> c == '|').count())
                        .isEqualTo(row(report).chars().filter(c -> c == '|').count()));
    }

    private static void kill(CrashReport report, int inFlight, Optional<Duration> resolved) {
        report.kill(CrashPoint.RANDOM, "", 8, 1, 1, 30, Duration.ofSeconds(6), inFlight, resolved);
    }

    private static String row(CrashReport report) {
        return report.text()
                .lines()
                .filter(line -> line.startsWith("| " + CrashPoint.RANDOM.words()))
                .findFirst()
                .orElseThrow();
    }
}
