package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.platform.internal.LeftOvers;

/** What a kill leaves behind never stops the next start, and never writes after it. */
class DatabaseAfterKillTest {
    @TempDir
    Path data;

    private DatabaseProcess killed;

    @BeforeEach
    void runAndStore() {
        killed = DatabaseProcess.on(data);
        killed.sql().sql("create table kept (n int primary key)").update();
        killed.sql().sql("insert into kept values (1)").update();
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        new LeftOvers(data.resolve("postgres")).end();
    }

    @Test
    void keepsData_overCleanRestart() throws Exception {
        assertThat(killed.stop()).isZero();
        assertThat(killed.isServing()).isFalse();
        assertThat(rowsAfterRestart()).containsExactly(1);
    }

    @Test
    void stopsTheOrphanServer_whenOnlyTheGatewayWasKilled() throws Exception {
        killed.jvm().kill();
        assertThat(killed.isServing()).isTrue();

        assertThat(rowsAfterRestart()).containsExactly(1);
        assertThat(killed.isServing()).isFalse();
    }

    @Test
    void endsSessionsOfTheKilledGateway_beforeAnythingIsRead() throws Exception {
        try (Connection old = killed.session()) {
            old.setAutoCommit(false);
            old.createStatement().execute("insert into kept values (2)");
            killed.jvm().kill();

            assertThat(rowsAfterRestart()).containsExactly(1);
            assertThat(ended(old)).isTrue();
        }
    }

    @Test
    void recovers_whenServerWasKilledToo() throws Exception {
        killed.jvm().kill();
        killed.killServer();
        assertThat(rowsAfterRestart()).containsExactly(1);
    }

    @Test
    void endsBackendsWhoseServerWasKilled() throws Exception {
        Connection busy = killed.session();
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> count(busy));
        await().until(() -> killed.sql()
                        .sql(
                                "select count(*) from pg_stat_activity where query like '%generate_series%' and state = 'active'")
                        .query(Integer.class)
                        .single()
                > 1);
        killed.jvm().kill();
        killed.killServer();
        assertThat(new LeftOvers(data.toRealPath().resolve("postgres")).living())
                .isNotEmpty();

        assertThat(rowsAfterRestart()).containsExactly(1);
        working.handle((done, failure) -> assertThat(failure).isNotNull()).join();
    }

    @Test
    void ignoresNumber_thatMeanwhileNamesAnotherProgram() throws Exception {
        killed.jvm().kill();
        Path pidFile = data.resolve("postgres/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        killed.killServer();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            lines.set(0, Long.toString(other.pid()));
            Files.write(pidFile, lines);

            assertThat(rowsAfterRestart()).containsExactly(1);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private List<Integer> rowsAfterRestart() throws IOException {
        try (DatabaseProcess next = DatabaseProcess.on(data)) {
            return next.sql()
                    .sql("select n from kept order by n")
                    .query(Integer.class)
                    .list();
        }
    }

    private static boolean ended(Connection session) {
        try {
            session.createStatement().execute("insert into kept values (3)");
            session.commit();
            return false;
        } catch (SQLException expected) {
            return true;
        }
    }

    private static void count(Connection session) {
        try (session) {
            session.createStatement().execute("select sum(n * 7.0) from generate_series(1, 1e8::bigint) n");
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
