package vn.lienthong.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
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
 * answered; whoever holds the {@link DataFolder} is the only one to start it there. A server that ends by itself is started
 * again.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PostgresBinaries programs;
    private final RunAs user;
    private final PostgresCluster cluster;
    private final String password;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ReentrantLock change = new ReentrantLock();
    private volatile PostgresServer server;

    private EmbeddedDatabase(PostgresBinaries programs, RunAs user, PostgresCluster cluster) throws IOException {
        this.programs = programs;
        this.user = user;
        this.cluster = cluster;
        this.password = cluster.password();
        this.server = PostgresServer.start(programs, user, cluster);
        watch(server);
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
            EmbeddedDatabase database = new EmbeddedDatabase(programs, user, cluster);
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
            change.lock();
            try {
                server.stop();
            } finally {
                change.unlock();
            }
        }
    }

    private void watch(PostgresServer watched) {
        Thread.ofPlatform()
                .name("database-watch")
                .daemon()
                .start(() -> recover(watched.process().onExit().join().exitValue()));
    }

    /** Starts the server again on its port, so that the pool finds it where it was; callers get 503 meanwhile. */
    private void recover(int status) {
        Duration pause = SHORTEST_PAUSE;
        while (!closing.get()) {
            LOG.error(
                    "Máy chủ PostgreSQL nhúng đã dừng (mã {}), đang khởi động lại / the embedded PostgreSQL ended (status"
                            + " {}), starting it again",
                    status,
                    status);
            if (startedAgain()) {
                return;
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean startedAgain() {
        change.lock();
        try {
            if (closing.get()) {
                return true;
            }
            new LeftOvers(cluster.folder()).end();
            server = PostgresServer.start(programs, user, cluster, server.port());
            watch(server);
            LOG.warn("Cơ sở dữ liệu đã chạy lại / the database runs again");
            return true;
        } catch (IOException | StartRefused failed) {
            LOG.error("Chưa khởi động lại được cơ sở dữ liệu / the database does not start again yet", failed);
            return false;
        } finally {
            change.unlock();
        }
    }
}
