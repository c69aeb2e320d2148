package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database server that dies alone comes back by itself, at the same address, with all that was committed. */
class DatabaseRestartTest {
    @TempDir
    Path data;

    @Test
    void startsTheServerAgain_whereItWas_withAllThatWasCommitted() throws IOException {
        try (DatabaseProcess running = DatabaseProcess.on(data)) {
            running.sql().sql("create table kept (word text)").update();
            running.sql().sql("insert into kept values ('giữ')").update();

            running.killServer();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(running.sql()
                                    .sql("select word from kept")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("giữ"));
            assertThat(running.stop()).isZero();
        }
        assertThat(Files.exists(data.resolve("postgres").resolve("postmaster.pid")))
                .as("a server left behind")
                .isFalse();
    }
}
