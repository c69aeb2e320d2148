package vn.lienthong.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The national platforms' twins in a process of their own; they may be killed and begun again on the same port. */
public final class SimulatorProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final int port = Ports.free();
    private final Path data;
    private final Path log;
    private ChildProcess process;

    private SimulatorProcess(Path folder) {
        data = folder.resolve("simulator");
        log = folder.resolve("simulator.log");
        process = started();
    }

    /** Starts the twins with their state and their log in this folder; returns once they answer. */
    public static SimulatorProcess in(Path folder) {
        return new SimulatorProcess(folder);
    }

    /** Where they answer. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The portal among them. */
    public PortalTwin portal() {
        return new PortalTwin(url());
    }

    /** SIGKILL, and a new start on the same state. */
    public void killAndRestart() {
        process.kill();
        process = started();
    }

    @Override
    public void close() {
        process.end(Duration.ofSeconds(10));
    }

    private ChildProcess started() {
        List<String> command = new ArrayList<>(Program.packed().command(List.of("-Xmx512m")));
        command.addAll(List.of("simulator", "--port", Integer.toString(port), "--data", data.toString()));
        ChildProcess begun = ChildProcess.start(command, log);
        begun.awaitPrinted("Simulators ready", LONGEST_START);
        return begun;
    }
}
