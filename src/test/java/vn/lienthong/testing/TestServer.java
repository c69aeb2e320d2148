package vn.lienthong.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.platform.DataFolder;
import vn.lienthong.platform.EmbeddedDatabase;
import vn.lienthong.platform.internal.LeftOvers;

/** The one server of this test JVM, and in it a migrated database that others are copied from. */
final class TestServer {
    /** Where every test unpacks the server's programs, so that this happens once per build. */
    static final Path BINARIES = Path.of("target", "postgres-binaries");

    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    private static final Path ROOT = Path.of("target", "test-databases");

    private final DataFolder folder;
    private final EmbeddedDatabase database;

    private TestServer(DataFolder folder) {
        this.folder = folder;
        this.database = EmbeddedDatabase.start(folder.path(), BINARIES.toAbsolutePath());
    }

    static TestServer running() {
        return Holder.SERVER;
    }

    static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    String url(String name) {
        return database.url(name);
    }

    String user() {
        return database.user();
    }

    String password() {
        return database.password();
    }

    Path folder() {
        return folder.path();
    }

    DataSource maintenance() {
        return dataSource(database.url(), user(), password());
    }

    private static TestServer started() {
        try {
            sweep();
            Path own = ROOT.resolve(Long.toString(ProcessHandle.current().pid()));
            TestServer server = new TestServer(DataFolder.open(own));
            Runtime.getRuntime().addShutdownHook(new Thread(server::removeAfterItsGateways, "test-database-stop"));
            server.migrateTemplate();
            return server;
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void migrateTemplate() throws SQLException {
        try (Connection connection = maintenance().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database lienthong_migrated");
        }
        Flyway.configure()
                .dataSource(url("lienthong_migrated"), user(), password())
                .load()
                .migrate();
    }

    /** Gateways that end without their database wait for it, each until its time is over. */
    private void removeAfterItsGateways() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100)); // all hooks begin at one time
        for (Thread hook : Thread.getAllStackTraces().keySet()) {
            if (hook.getName().startsWith("Spring") && hook.getName().endsWith("ShutdownHook")) {
                try {
                    hook.join(LONGEST_END);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        remove();
    }

    private void remove() {
        database.close();
        folder.close();
        try {
            FileSystemUtils.deleteRecursively(folder.path());
        } catch (IOException ignored) {
            // the next run sweeps
        }
    }

    /** Ends and removes what killed test JVMs left. */
    private static void sweep() throws IOException {
        Files.createDirectories(ROOT);
        try (var left = Files.newDirectoryStream(ROOT)) {
            for (Path each : left) {
                try (DataFolder free = DataFolder.open(each)) {
                    new LeftOvers(free.path().resolve("postgres")).end();
                    FileSystemUtils.deleteRecursively(free.path());
                } catch (StartRefused inUse) {
                    // another test JVM is at work there
                }
            }
        }
    }

    private static final class Holder {
        private static final TestServer SERVER = started();
    }
}
