package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void explainsItself() throws Exception {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--load", "--url", "--callers", "--json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json",
                "--load",
                "--load 0",
                "--load -5",
                "--load many",
                "--load 9999999",
                "--load 5 --callers 0",
                "--load 5 --url file:///etc",
                "--load 5 --url nowhere",
                "--load 5 --url http://a|b",
                "--what"
            })
    void refusesArgumentsThatMakeNoSense(String line) throws Exception {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Tham số không hợp lệ");
    }

    @Test
    void saysInOneLine_thatNobodyAnswers() throws Exception {
        assertThat(run("--load", "5", "--url", "http://127.0.0.1:9")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    private int run(String... arguments) throws InterruptedException {
        return SandboxCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
