package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.StartRefused;

/** How the command speaks when it does not run. */
class SimulatorCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return SimulatorCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--port", "--data", "--host", "--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--what", "--port -1"})
    void refusesArgumentsThatMakeNoSense(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Tham số không hợp lệ");
    }

    @Test
    void saysInOneLineThatThePortIsTaken_andFreesItsDirectory(@TempDir Path directory) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("--port", port, "--data", directory.toString())).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .contains(port, "cổng đang được dùng", "in use");
        }
        Simulator.start(SimulatorSettings.in(directory).onPort(0)).close();
    }

    @Test
    void refusesADirectoryThatAnotherOneUses(@TempDir Path directory) {
        SimulatorSettings settings = SimulatorSettings.in(directory).onPort(0);
        try (Simulator first = Simulator.start(settings)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> Simulator.start(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void saysInOneLineThatItsDirectoryCannotBeUsed(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(run("--port", "0", "--data", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(file.toString(), "không đọc ghi được");
    }
}
