package vn.lienthong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import vn.lienthong.platform.internal.LeftOvers;

/** The real gateway as a child process with its own data folder and embedded database. */
public final class GatewayProcess implements AutoCloseable {
    /** The options that the README names for production. */
    public static final List<String> AS_RECOMMENDED =
            List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");

    private static final String READY = "Liên Thông ready:";
    private static final List<String> QUICK_START = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final int port = Ports.free();
    private final Path data;
    private final Path log;
    private final Program program;
    private final List<String> options;
    private final List<String> settings;
    private ChildProcess process;

    private GatewayProcess(Program program, Path folder, List<String> options, List<String> settings) {
        this.program = program;
        this.data = folder.resolve("data");
        this.log = folder.resolve("gateway.log");
        this.options = options;
        this.settings = settings;
        this.process = begun();
    }

    /** Starts a sandbox gateway in this folder that talks to twins elsewhere; returns once it is ready. */
    public static GatewayProcess in(Path folder, String simulators, String... settings) {
        QuickStart quick = QuickStart.ofThisBuild();
        GatewayProcess gateway = begun(quick.program(), folder, quick.options(), simulators, settings);
        gateway.awaitReady();
        return gateway;
    }

    /** The same from the jar as it is, with options of the virtual machine. */
    public static GatewayProcess in(Path folder, List<String> options, String simulators, String... settings) {
        GatewayProcess gateway = begun(Program.packed(), folder, options, simulators, settings);
        gateway.awaitReady();
        return gateway;
    }

    /** The same from another form of the program, without waiting until it is ready. */
    public static GatewayProcess begun(
            Program program, Path folder, List<String> options, String simulators, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--lienthong.simulator.enabled=false",
                "--lienthong.simulator.url=" + simulators,
                "--lienthong.database.binaries=" + TestServer.BINARIES.toAbsolutePath()));
        all.addAll(List.of(settings));
        return new GatewayProcess(program, folder, options, all);
    }

    /** Where it answers, the same after every start. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** Its process number. */
    public long pid() {
        return process.pid();
    }

    /** Its resident memory now and at its highest, as the kernel counts it. */
    public String memory() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .toList()
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the process runs. */
    public boolean alive() {
        return process.alive();
    }

    /** SIGKILL. The embedded database is left behind, as it would be. */
    public void kill() {
        process.kill();
    }

    /** SIGSTOP: it stands still, with all its connections open. */
    public void freeze() {
        process.signal("STOP");
    }

    /** SIGCONT: it goes on, and does not know that time has passed. */
    public void thaw() {
        process.signal("CONT");
    }

    /** Whether it printed this since it was started last. */
    public boolean printed(String text) {
        return process.printed().contains(text);
    }

    /** Starts again after a kill or a stop, without waiting. */
    public void begin() {
        if (process.alive()) {
            throw new IllegalStateException("Still running");
        }
        process = begun();
    }

    /** Waits for the ready line. */
    public void awaitReady() {
        process.awaitPrinted(READY, LONGEST_START);
    }

    /** Orderly stop and a new start. */
    public void restart() {
        stop();
        begin();
        awaitReady();
    }

    /** Orderly stop, as a service manager does it. */
    public void stop() {
        process.end(Duration.ofSeconds(40));
    }

    /** Lines of the log that name an error, of all starts. */
    public List<String> errorLines() {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR ")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The end of its log. */
    public String tail() {
        return process.tail();
    }

    /** Waits for something that this gateway should bring about; fails with its log when it does not. */
    public void await(String what, Duration longest, BooleanSupplier done) {
        try {
            Awaitility.await(what)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .atMost(longest)
                    .until(done::getAsBoolean);
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            process.writeDownItsThreads();
            throw new AssertionError("Not within " + longest + ": " + what + "; log " + log + "\n" + tail(), late);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            if (Files.exists(data)) {
                new LeftOvers(data.toRealPath().resolve("postgres")).end();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ChildProcess begun() {
        List<String> command = new ArrayList<>(program.command(options));
        command.add("--server.port=" + port);
        command.add("--lienthong.data=" + data);
        command.addAll(settings);
        return ChildProcess.start(command, log);
    }
}
