package vn.lienthong.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.lienthong.testing.ChildJvm;

/** A child process with an embedded database that answers. */
record DatabaseProcess(ChildJvm jvm, long serverPid, String url, String password) implements AutoCloseable {
    static final Path BINARIES = Path.of("target", "postgres-binaries");

    static ChildJvm begin(Path data) {
        return ChildJvm.of(DatabaseProbe.class, data.toString(), BINARIES.toString());
    }

    static DatabaseProcess on(Path data) {
        ChildJvm jvm = begin(data);
        String[] words = jvm.line(line -> line.startsWith("READY ")).split(" ");
        return new DatabaseProcess(jvm, Long.parseLong(words[1]), words[2], words[3]);
    }

    JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url, "lienthong", password));
    }

    Connection session() throws SQLException {
        return DriverManager.getConnection(url, "lienthong", password);
    }

    void killServer() {
        ProcessHandle.of(serverPid).orElseThrow().destroyForcibly();
        await().until(() -> !isServing());
    }

    /** An ended orphan stays in the process table until process 1 looks: only a working folder proves life. */
    boolean isServing() {
        return Files.isSymbolicLink(Path.of("/proc", Long.toString(serverPid), "cwd"))
                && Files.exists(Path.of("/proc", Long.toString(serverPid), "cwd", "PG_VERSION"));
    }

    int stop() throws IOException {
        jvm.closeInput();
        return jvm.exitStatus();
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
