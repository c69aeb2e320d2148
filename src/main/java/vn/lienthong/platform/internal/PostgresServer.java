package vn.lienthong.platform.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server, on a free port of the loopback address. */
public final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final int PORTS_TO_TRY = 5;
    private static final Duration GENTLE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private PostgresServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts on a free port and returns when it answers; recovery after a crash may take its time and is reported. */
    public static PostgresServer start(PostgresBinaries binaries, RunAs user, PostgresCluster cluster)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return start(binaries, user, cluster, freePort());
            } catch (PortTaken taken) {
                if (attempt == PORTS_TO_TRY) {
                    throw taken;
                }
            }
        }
    }

    /** Starts on this port. */
    public static PostgresServer start(PostgresBinaries binaries, RunAs user, PostgresCluster cluster, int port)
            throws IOException {
        Path said = cluster.folder().resolveSibling("postgres-start.log");
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        command.addAll(PostgresSettings.asArguments());
        Process process = user.server(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (ready(process, cluster)) {
            return new PostgresServer(process, port);
        }
        String why = Files.readString(said, StandardCharsets.UTF_8);
        String told = "PostgreSQL did not start: " + lastFatal(why, cluster);
        throw why.contains("Address already in use") ? new PortTaken(told) : new IOException(told);
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Its process. */
    public Process process() {
        return process;
    }

    /** Stops cleanly: open transactions are rolled back, everything committed is written. */
    public void stop() {
        Shell.signal("INT", process.pid());
        try {
            if (!process.waitFor(GENTLE.toSeconds(), TimeUnit.SECONDS)) {
                Shell.signal("QUIT", process.pid());
                process.waitFor(GENTLE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ready(Process process, PostgresCluster cluster) {
        long nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (process.isAlive()) {
            if (PidFile.in(cluster.folder())
                    .filter(file -> file.pid() == process.pid() && file.ready())
                    .isPresent()) {
                return true;
            }
            if (System.nanoTime() > nextWord) {
                LOG.info("Cơ sở dữ liệu đang khôi phục … / the database is recovering …");
                nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            }
            try {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Shell.signal("INT", process.pid());
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return probe.getLocalPort();
        }
    }

    private static String lastFatal(String said, PostgresCluster cluster) {
        return said.lines()
                .filter(line -> line.contains("FATAL"))
                .reduce((first, last) -> last)
                .orElse("see " + cluster.folder().resolve("log"));
    }

    private static final class PortTaken extends IOException {
        private static final long serialVersionUID = 1;

        PortTaken(String why) {
            super(why);
        }
    }
}
