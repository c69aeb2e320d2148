package vn.lienthong.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.platform.internal.LeftOvers;
import vn.lienthong.platform.internal.PostgresBinaries;
import vn.lienthong.platform.internal.PostgresCluster;
import vn.lienthong.platform.internal.PostgresServer;
import vn.lienthong.platform.internal.RunAs;

/**
 * PostgreSQL as a child of this process, with its files in the data folder. Commits are on disk before they are
 * answered; whoever holds the {@link DataFolder} is the only one to start it there.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final PostgresServer server;
    private final String password;
    private final CompletableFuture<Void> watch;
    private final AtomicBoolean closing = new AtomicBoolean();

    private EmbeddedDatabase(PostgresServer server, String password) {
        this.server = server;
        this.password = password;
        this.watch = server.process().onExit().thenAccept(this::reportEnd);
    }

    /**
     * Starts on the files in {@code data}, making them first where there are none, after ending what a killed
     * predecessor left running.
     *
     * @param binaries where the server's programs are unpacked, once
     */
    public static EmbeddedDatabase start(Path data, Path binaries) {
        try {
            PostgresBinaries programs = PostgresBinaries.unpackedBelow(binaries);
            PostgresCluster cluster = PostgresCluster.in(data);
            RunAs user = RunAs.detected();
            new LeftOvers(cluster.folder()).end();
            if (!cluster.exists()) {
                LOG.info("Đang tạo cơ sở dữ liệu lần đầu … / creating the database for the first time …");
                cluster.create(programs, user);
            }
            user.handOver(cluster.folder());
            String password = cluster.password();
            EmbeddedDatabase database = new EmbeddedDatabase(PostgresServer.start(programs, user, cluster), password);
            LOG.info(
                    "Cơ sở dữ liệu đã sẵn sàng (cổng {}) / the database is ready (port {})",
                    database.server.port(),
                    database.server.port());
            return database;
        } catch (IOException failed) {
            throw new StartRefused(
                    new Bilingual(
                            "Không khởi động được cơ sở dữ liệu trong " + data,
                            "the database in the data folder did not start: " + failed.getMessage()),
                    failed);
        }
    }

    /** JDBC address of a database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** JDBC address of the gateway's database. */
    public String url() {
        return url(PostgresCluster.NAME);
    }

    /** Who owns the gateway's database. */
    public String user() {
        return PostgresCluster.NAME;
    }

    /** The owner's password. */
    public String password() {
        return password;
    }

    /** Process number of the server. */
    public long pid() {
        return server.process().pid();
    }

    /** Stops the server cleanly; later calls do nothing. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            server.stop();
            watch.join();
        }
    }

    private void reportEnd(Process ended) {
        if (!closing.get()) {
            LOG.error(
                    "Máy chủ PostgreSQL nhúng đã dừng bất thường (mã {}): hãy khởi động lại Liên Thông / the embedded"
                            + " PostgreSQL ended unexpectedly (status {}): restart Liên Thông",
                    ended.exitValue(),
                    ended.exitValue());
        }
    }
}
