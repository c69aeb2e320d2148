package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Program;

@DisplayName("Công cụ chạy cạnh trục đang chạy")
@InSandbox
class ToolsIT {
    private final Sandbox sandbox;

    ToolsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("doctor thấy mọi thứ tốt, kể cả cơ sở dữ liệu kèm theo, và trục vẫn chạy tiếp")
    void doctorFindsAllWell_besideTheGatewayAndItsOwnDatabase() throws Exception {
        Run doctor = run(
                "doctor",
                "--json",
                "--lienthong.data=" + sandbox.gateway().data(),
                "--lienthong.simulator.url=" + sandbox.simulators());

        assertThat(doctor.status()).as(doctor.out()).isZero();
        assertThat(doctor.json().path("checks").findValuesAsText("code"))
                .contains("DATA-IN-USE", "DATABASE-REACHED", "TSA-ANSWERS", "OCSP-ANSWERS", "PARTNER-REACHED")
                .doesNotContain("DATABASE-MIGRATION-WAITS");
        assertThat(sandbox.gateway().alive()).isTrue();
        sandbox.confirmedDossier();
    }

    @Test
    @DisplayName("sandbox --load gửi đúng số sự kiện và cho biết tốc độ")
    void loadSendsItsEvents_andTellsTheRate() throws Exception {
        Run load = run("sandbox", "--load", "120", "--url", sandbox.gateway().url(), "--json");

        assertThat(load.status()).as(load.out()).isZero();
        assertThat(load.json().path("accepted").asInt()).isEqualTo(120);
        assertThat(load.json().path("perSecond").asDouble()).isPositive();
        assertThat(load.json().path("p99Millis").asDouble())
                .isGreaterThanOrEqualTo(load.json().path("p50Millis").asDouble());
    }

    /** How a tool ended, and what it printed. */
    private record Run(int status, String out) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    private static Run run(String... words) throws Exception {
        List<String> command = new ArrayList<>(Program.packed().command(List.of("-XX:TieredStopAtLevel=1")));
        command.addAll(List.of(words));
        Process tool = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(tool.exitValue(), out);
    }
}
