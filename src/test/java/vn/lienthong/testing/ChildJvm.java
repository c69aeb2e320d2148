package vn.lienthong.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A Java process of its own that a test may kill. Its output, both streams, is read as lines; closing kills what is
 * left of it.
 */
public final class ChildJvm implements AutoCloseable {
    private static final List<String> FRUGAL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> reading;

    private ChildJvm(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("SPRING_") || name.startsWith("LIENTHONG_"));
            this.process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.reading = CompletableFuture.runAsync(
                this::read, task -> Thread.ofPlatform().daemon().start(task));
    }

    /** Runs the main method of a class on the class path of this test. */
    public static ChildJvm of(Class<?> main, String... arguments) {
        Program program = new Program(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return started(program.command(FRUGAL), arguments);
    }

    /** Runs the gateway or one of its tools as it starts soonest. */
    public static ChildJvm gateway(String... arguments) {
        QuickStart quick = QuickStart.ofThisBuild();
        return started(quick.program().command(quick.options()), arguments);
    }

    /**
     * Runs it as it is delivered: from the packed jar where {@code lienthong.jar} names one (as in {@code mvn verify}), else
     * from the class path of this test.
     */
    public static ChildJvm packed(String... arguments) {
        return started(Program.packed().command(FRUGAL), arguments);
    }

    /** The first line that fits, as soon as it is there; fails when the process ends without it. */
    public String line(Predicate<String> wanted) {
        await().atMost(PATIENCE).until(() -> reading.isDone() || found(wanted) != null);
        String line = found(wanted);
        if (line == null) {
            throw new AssertionError("the line never came; the process said: " + String.join("\n", output()));
        }
        return line;
    }

    /** Everything said so far. */
    public List<String> output() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** SIGKILL: no hook runs, nothing is written. Returns once the process is gone. */
    public void kill() {
        process.destroyForcibly();
        exitStatus();
    }

    /** SIGTERM, as a service manager sends it; returns the status once the process has ended. */
    public int terminate() {
        process.destroy();
        return exitStatus();
    }

    /** Waits for the end; all output is read then. */
    public int exitStatus() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() && reading.isDone());
        return process.exitValue();
    }

    /** Process number. */
    public long pid() {
        return process.pid();
    }

    /** Ends its standard input. */
    public void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static ChildJvm started(List<String> program, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        return new ChildJvm(command);
    }

    private String found(Predicate<String> wanted) {
        return output().stream().filter(wanted).findFirst().orElse(null);
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException ended) {
            // the pipe breaks with the process
        }
    }
}
