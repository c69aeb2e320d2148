package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.testing.ChildJvm;

/** The first start may be killed at any moment: the next one finds all or nothing. */
class DatabaseFirstStartTest {
    @TempDir
    Path data;

    @Test
    void startsAfresh_whenKilledWhileMakingTheDatabase() throws IOException {
        killOnce(() -> !named(data, "postgres.new-").isEmpty(), DatabaseProcess.begin(data));
        try (DatabaseProcess next = DatabaseProcess.on(data)) {
            assertThat(next.sql().sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
        assertThat(named(data, "postgres.new-")).isEmpty();
    }

    @Test
    void startsAfresh_whenKilledWhileUnpackingTheServer() throws IOException {
        Path binaries = data.resolve("own-binaries");
        killOnce(() -> !named(binaries, "unpacking-").isEmpty(), probe(binaries));
        ChildJvm next = probe(binaries);
        next.line(line -> line.startsWith("READY "));
        next.closeInput();
        assertThat(next.exitStatus()).isZero();
        assertThat(named(binaries, "unpacking-")).isEmpty();
    }

    @Test
    void keepsThePasswordToItsOwner() throws IOException {
        try (DatabaseProcess running = DatabaseProcess.on(data)) {
            assertThat(running.password()).hasSizeGreaterThan(30);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    private ChildJvm probe(Path binaries) {
        return ChildJvm.of(DatabaseProbe.class, data.toString(), binaries.toString());
    }

    private static void killOnce(java.util.concurrent.Callable<Boolean> moment, ChildJvm victim) {
        await().pollInterval(Duration.ofMillis(5)).until(moment);
        victim.kill();
    }

    private static List<Path> named(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
