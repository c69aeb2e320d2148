package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.NUMBER;
import static vn.lienthong.simulator.Samples.dossier;
import static vn.lienthong.simulator.Samples.finished;
import static vn.lienthong.simulator.Samples.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the twins know again after they were stopped, or after their files were torn. */
class RestartTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = twins.caller().signedIn();
    }

    private Path effects() {
        return twins.directory().resolve("portal/effects-000001.jsonl");
    }

    private void restart() {
        twins.stop();
        twins.start();
        caller = twins.caller().signedIn();
    }

    @Test
    void knowsEverythingAgain() {
        caller.create(dossier(), dossier("H99.14-260131-0002"));
        caller.create(dossier());
        caller.progress(step("20260131090000"));
        caller.update(finished());
        caller.update(dossier().put("TrangThaiHoSo", "4"));
        JsonNode stats = caller.stats();
        JsonNode history = caller.history(NUMBER);
        twins.stop();
        twins.start();
        caller = twins.caller();

        assertThat(caller.stats()).isEqualTo(stats);
        assertThat(caller.history(NUMBER)).isEqualTo(history);
        caller.signedIn();
        caller.progress(step("20260131090000"));
        caller.progress(step("20260131080000"));
        assertThat(caller.stats().path("duplicates").intValue()).isEqualTo(2);
        assertThat(caller.stats().path("outOfOrder").intValue()).isEqualTo(2);
        assertThat(caller.create(dossier("H99.14-260131-0002"))
                        .path("error_code")
                        .asText())
                .isEqualTo("-3");
    }

    @Test
    void dropsATornLastLine_andGoesOnBehindTheWholeOnes() throws IOException {
        caller.create(dossier());
        twins.stop();
        Files.writeString(effects(), "{\"number\":2,\"at\":\"2026", StandardOpenOption.APPEND);
        Files.writeString(twins.directory().resolve("ledger.jsonl"), "{\"call\":\"por", StandardOpenOption.APPEND);
        twins.start();
        caller = twins.caller().signedIn();

        assertThat(caller.history(NUMBER)).hasSize(1);
        caller.update(finished());
        restart();
        assertThat(caller.history(NUMBER)).hasSize(2);
        assertThat(caller.stats().path("updates").intValue()).isEqualTo(1);
    }

    @Test
    void dropsAWholeCall_ofWhichTheLastLineIsMissing() throws IOException {
        caller.create(dossier());
        caller.create(dossier("H99.14-260131-0002"), dossier("H99.14-260131-0003"), dossier("H99.14-260131-0004"));
        twins.stop();
        List<String> lines = Files.readAllLines(effects());
        Files.writeString(
                effects(),
                String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 40));
        twins.start();
        caller = twins.caller().signedIn();

        assertThat(caller.stats().path("dossiers").intValue()).isEqualTo(1);
        assertThat(caller.create(dossier("H99.14-260131-0003"))
                        .path("error_code")
                        .asText())
                .isEqualTo("0");
        restart();
        assertThat(caller.stats().path("creates").intValue()).isEqualTo(2);
    }

    @Test
    void keepsAsideWhatFollowsADamagedLine() throws IOException {
        caller.create(dossier());
        caller.create(dossier("H99.14-260131-0002"));
        twins.stop();
        List<String> lines = Files.readAllLines(effects());
        Files.writeString(effects(), lines.get(0) + "\n\u0000\u0000\n" + lines.get(1) + "\n");
        twins.start();

        assertThat(twins.caller().stats().path("dossiers").intValue()).isEqualTo(1);
        assertThat(Files.readString(twins.directory().resolve("portal/effects-000001.jsonl.damaged")))
                .contains("H99.14-260131-0002");
    }

    @Test
    void startsEmpty_whenItWasStoppedInTheMiddleOfEmptying() throws IOException {
        caller.create(dossier());
        twins.stop();
        Files.createFile(twins.directory().resolve("portal/effects-000002.jsonl"));
        twins.start();

        assertThat(twins.caller().stats().path("dossiers").intValue()).isZero();
        assertThat(effects()).doesNotExist();
    }
}
