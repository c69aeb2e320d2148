package vn.lienthong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A process of ours under test. Its output goes to a file that outlives it; it never outlives the test JVM.
 */
final class ChildProcess {
    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Path log;
    private final long logStart;

    private ChildProcess(Process process, Path log, long logStart) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts it; what it prints is added to the end of {@code log}. */
    static ChildProcess start(List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            long size = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            LIVING.add(process);
            process.onExit().thenAccept(LIVING::remove);
            return new ChildProcess(process, log, size);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until it has printed this text; fails with the end of its log when it ends before, or takes too long. */
    void awaitPrinted(String text, Duration longest) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(longest)
                    .until(() -> printed().contains(text) || !alive());
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            writeDownItsThreads();
            throw new AssertionError("'" + text + "' was not printed in " + longest + ", see " + log + "\n" + tail());
        }
        if (!printed().contains(text)) {
            throw new AssertionError("Ended with " + process.exitValue() + " before it printed '" + text + "', see "
                    + log + "\n" + tail());
        }
    }

    /** SIGKILL: nothing of its own code runs any more. Returns once it is gone. */
    void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** SIGTERM, and SIGKILL if that does not end it. */
    void end(Duration longest) {
        process.destroy();
        if (!await(longest)) {
            kill();
        }
    }

    /** What it printed so far. */
    String printed() {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(logStart);
            return new String(
                    java.nio.channels.Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The last lines of its log, for a failure's message. */
    String tail() {
        List<String> lines = printed().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** Asks the virtual machine to add what its threads do to the log, for whoever looks for the cause. */
    void writeDownItsThreads() {
        signal("QUIT");
        await(Duration.ofSeconds(3));
    }

    /** Sends it this signal. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean await(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
