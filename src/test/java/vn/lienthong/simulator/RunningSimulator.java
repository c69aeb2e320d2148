package vn.lienthong.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** Twins on a free port and in a folder of their own, for one test. */
final class RunningSimulator implements BeforeEachCallback, AfterEachCallback {
    final TestClock clock = new TestClock();
    private Path directory;
    private Simulator simulator;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("twins");
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        simulator.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    void start() {
        simulator = Simulator.start(new SimulatorSettings("127.0.0.1", 0, directory, Duration.ofMinutes(30)), clock);
    }

    void stop() {
        simulator.close();
    }

    Path directory() {
        return directory;
    }

    String url() {
        return simulator.url();
    }

    Caller caller() {
        return new Caller(simulator.url());
    }
}
