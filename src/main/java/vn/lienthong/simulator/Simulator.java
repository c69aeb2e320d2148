package vn.lienthong.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.simulator.authority.SampleAuthority;
import vn.lienthong.simulator.internal.DirectoryLock;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.TwinServer;
import vn.lienthong.simulator.internal.Twins;
import vn.lienthong.simulator.internal.civil.CivilStatus;
import vn.lienthong.simulator.internal.insurance.Insurance;
import vn.lienthong.simulator.internal.ministry.Ministry;
import vn.lienthong.simulator.internal.population.Population;
import vn.lienthong.simulator.internal.portal.Portal;
import vn.lienthong.simulator.internal.post.PostOffice;
import vn.lienthong.simulator.internal.registers.JsonRegisterTwin;

/**
 * The running twins of the national platforms. What they answered to is kept in their directory and is there again
 * after any end of the process, SIGKILL included; a directory serves one process at a time.
 */
public final class Simulator implements AutoCloseable {
    private static final long LEDGER_BYTES = 4 << 20;

    private final String host;
    private final List<Closeable> files;
    private final Portal portal;
    private final TwinServer server;

    private Simulator(String host, List<Closeable> files, Portal portal, TwinServer server) {
        this.host = host;
        this.files = files;
        this.portal = portal;
        this.server = server;
    }

    /** Starts the twins; they answer when this returns. Refuses with {@link StartRefused} where they cannot. */
    public static Simulator start(SimulatorSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static Simulator start(SimulatorSettings settings, Clock clock) {
        List<Closeable> files = new ArrayList<>();
        try {
            return open(settings, clock, files);
        } catch (UncheckedIOException failure) {
            closeAll(files);
            throw new StartRefused(
                    new Bilingual(
                            "Bộ mô phỏng không đọc ghi được thư mục " + settings.directory() + ": "
                                    + failure.getMessage(),
                            "The simulator cannot read and write the directory " + settings.directory() + ": "
                                    + failure.getMessage()),
                    failure);
        } catch (RuntimeException failure) {
            closeAll(files);
            throw failure;
        }
    }

    private static Simulator open(SimulatorSettings settings, Clock clock, List<Closeable> files) {
        Path directory = settings.directory();
        files.add(DirectoryLock.take(directory)
                .orElseThrow(() -> new StartRefused(
                        "Thư mục " + directory + " đang được một bộ mô phỏng khác sử dụng.",
                        "The directory " + directory + " is in use by another simulator.")));
        Ledger ledger = new Ledger(directory.resolve("ledger.jsonl"), LEDGER_BYTES);
        files.addFirst(ledger);
        Portal portal = new Portal(directory.resolve("portal"), ledger, clock, settings.sessionLife());
        files.addFirst(portal);
        SampleAuthority sample = new SampleAuthority(settings.certificates());
        SampleAuthority.Twins authority = sample.twins(ledger, clock);
        Insurance insurance = new Insurance(ledger, clock, certificate -> sample.issued(certificate, clock.instant()));
        Population population = new Population(ledger, clock);
        PostOffice post = new PostOffice(ledger, clock);
        CivilStatus civil = new CivilStatus(ledger, clock);
        Ministry ministry = new Ministry(ledger, clock);
        Twins twins = new Twins(
                ledger,
                List.of(
                        portal,
                        population,
                        post,
                        insurance,
                        civil,
                        ministry,
                        JsonRegisterTwin.business(),
                        JsonRegisterTwin.insurance(),
                        JsonRegisterTwin.paperStore(),
                        JsonRegisterTwin.civilRegister(),
                        authority.timeStamps(),
                        authority.revocation()));
        ledger.recall(twins.memories(Stream.of(
                        portal.memories(),
                        population.memories(),
                        post.memories(),
                        insurance.memories(),
                        civil.memories(),
                        ministry.memories(),
                        authority.memories())
                .flatMap(List::stream)
                .toList()));
        String place = settings.host() + ":" + settings.port();
        TwinServer server = TwinServer.start(twins, settings.host(), settings.port(), directory)
                .orElseThrow(() -> new StartRefused(
                        "Bộ mô phỏng không mở được " + place
                                + ": cổng đang được dùng, hoặc máy này không có địa chỉ ấy;"
                                + " hãy chọn cổng khác (lienthong.simulator.port, --port).",
                        "The simulator cannot listen on " + place + ": the port is in use, or this machine has no such"
                                + " address; choose another port (lienthong.simulator.port, --port)."));
        return new Simulator(settings.host(), files, portal, server);
    }

    /** Where they answer, for example {@code http://127.0.0.1:9090}. */
    public String url() {
        return "http://" + host + ":" + server.port();
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
        closeAll(files);
    }

    private static void closeAll(List<Closeable> files) {
        for (Closeable file : files) {
            try {
                file.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
