package vn.lienthong.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RunAsTest {
    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(
            value = RunAs.class,
            names = {"NAME_SPACE", "NOBODY"})
    void letsRootRunTheServer_eitherWay(RunAs user) throws IOException {
        assumeTrue(RunAs.detected() != RunAs.SELF
                && user.program(java.util.List.of("true"))
                                .start()
                                .onExit()
                                .join()
                                .exitValue()
                        == 0);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresCluster cluster = PostgresCluster.in(data.toRealPath());
        PostgresBinaries binaries = PostgresBinaries.unpackedBelow(BINARIES);
        cluster.create(binaries, user);

        assertThat(answers(binaries, user, cluster)).isEqualTo(1);
    }

    @Test
    void handsFilesOver_whenTheMachineAllowsTheOtherWayLater() throws IOException {
        assumeTrue(RunAs.detected() == RunAs.NAME_SPACE);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresCluster cluster = PostgresCluster.in(data.toRealPath());
        PostgresBinaries binaries = PostgresBinaries.unpackedBelow(BINARIES);
        cluster.create(binaries, RunAs.NOBODY);

        assertThat(answers(binaries, RunAs.NAME_SPACE, cluster)).isEqualTo(1);
        assertThat(answers(binaries, RunAs.NOBODY, cluster)).isEqualTo(1);
    }

    private static int answers(PostgresBinaries binaries, RunAs user, PostgresCluster cluster) throws IOException {
        user.handOver(cluster.folder());
        PostgresServer server = PostgresServer.start(binaries, user, cluster);
        try {
            String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + PostgresCluster.NAME;
            return JdbcClient.create(new DriverManagerDataSource(url, PostgresCluster.NAME, cluster.password()))
                    .sql("select 1")
                    .query(Integer.class)
                    .single();
        } finally {
            server.stop();
            // the last of its processes may be gone from the machine's list a moment after the server
            await().untilAsserted(() ->
                    assertThat(new LeftOvers(cluster.folder()).living()).isEmpty());
        }
    }
}
