package vn.lienthong.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.simulator.internal.DirectoryLock;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.TwinServer;
import vn.lienthong.simulator.internal.Twins;
import vn.lienthong.simulator.internal.portal.Portal;

/**
 * The running twins of the national platforms. What they answered to is kept in their directory and is there again
 * after any end of the process, SIGKILL included; a directory serves one process at a time.
 */
public final class Simulator implements AutoCloseable {
    private static final long LEDGER_BYTES = 4 << 20;

    private final SimulatorSettings settings;
    private final DirectoryLock lock;
    private final Ledger ledger;
    private final Portal portal;
    private final TwinServer server;

    private Simulator(SimulatorSettings settings, DirectoryLock lock, Clock clock) {
        Path directory = settings.directory();
        this.settings = settings;
        this.lock = lock;
        ledger = new Ledger(directory.resolve("ledger.jsonl"), LEDGER_BYTES);
        portal = new Portal(directory.resolve("portal"), ledger, clock, settings.sessionLife());
        Twins twins = new Twins(ledger, List.of(portal));
        ledger.recall(twins.memories(portal.memories()));
        Optional<TwinServer> started = TwinServer.start(twins, settings.host(), settings.port(), directory);
        if (started.isEmpty()) {
            closeFiles();
            throw new StartRefused(
                    "Không mở được cổng " + settings.port() + " tại " + settings.host()
                            + " cho bộ mô phỏng: cổng đang được dùng; hãy chọn cổng khác (lienthong.simulator.port, --port).",
                    "The simulator cannot listen on port " + settings.port() + " at " + settings.host()
                            + ": it is in use; choose another (lienthong.simulator.port, --port).");
        }
        server = started.get();
    }

    /** Starts the twins; they answer when this returns. */
    public static Simulator start(SimulatorSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static Simulator start(SimulatorSettings settings, Clock clock) {
        DirectoryLock lock = DirectoryLock.take(settings.directory())
                .orElseThrow(() -> new StartRefused(
                        "Thư mục " + settings.directory() + " đang được một bộ mô phỏng khác sử dụng.",
                        "The directory " + settings.directory() + " is in use by another simulator."));
        return new Simulator(settings, lock, clock);
    }

    /** Where they answer, for example {@code http://127.0.0.1:9090}. */
    public String url() {
        return "http://" + settings.host() + ":" + server.port();
    }

    /** The port they listen on. */
    public int port() {
        return server.port();
    }

    /** How many dossiers the portal's twin holds. */
    public int dossiers() {
        return portal.dossiers();
    }

    @Override
    public void close() {
        server.close();
        closeFiles();
    }

    private void closeFiles() {
        try {
            portal.close();
            ledger.close();
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
