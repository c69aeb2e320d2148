package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.WorkFolder;

@DisplayName("Cơ sở dữ liệu trục trặc: nơi gọi được báo gửi lại, không mất gì, tự phục hồi")
class DatabaseOutageIT {
    private static final Path FOLDER = WorkFolder.fresh("database-outage");
    private static SimulatorProcess simulator;
    private static GatewayProcess gateway;
    private static Client ward;

    @BeforeAll
    static void start() {
        simulator = SimulatorProcess.in(FOLDER);
        gateway = GatewayProcess.in(
                FOLDER,
                simulator.url(),
                "--lienthong.intake.patience=2s",
                "--spring.datasource.hikari.connection-timeout=2000");
        ward = Client.of(gateway.url(), MadeUp.WARD);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        simulator.close();
    }

    @Test
    @DisplayName("Máy chủ cơ sở dữ liệu bị giết giữa lúc tải: 202 nào cũng tới Cổng, còn lại là 503 kèm Retry-After")
    void losesNothing_whenTheServerIsKilledUnderLoad() throws Exception {
        Map<String, Reply> replies = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    String number = MadeUp.number();
                    replies.put(number, tell(number));
                }
            }));
        }
        gateway.await("some were accepted", Duration.ofSeconds(30), () -> accepted(replies) > 20);
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        gateway.await("some were sent away", Duration.ofSeconds(30), () -> accepted(replies) < replies.size());
        int before = accepted(replies);
        gateway.await("service is back", Duration.ofSeconds(60), () -> accepted(replies) > before + 20);
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(replies.values()).allSatisfy(reply -> {
            assertThat(reply.status()).isIn(202, 503);
            if (reply.status() == 503) {
                assertThat(reply.header("Retry-After")).isNotBlank();
            }
        });
        replies.forEach((number, reply) -> {
            if (reply.status() == 202) {
                gateway.await(
                        number + " reached the portal",
                        Duration.ofSeconds(60),
                        () -> simulator.portal().history(number).size() == 1);
            }
        });
        assertThat(simulator.portal().stats().path("duplicates").asInt()).isZero();
    }

    @Test
    @DisplayName("Cơ sở dữ liệu không trả lời: nơi gọi không phải chờ mãi, gửi lại thì được")
    void asksToComeAgain_whileTheDatabaseHangs() throws Exception {
        String number = MadeUp.number();
        try (Connection holder = connection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table dossier in access exclusive mode");

            Reply reply = tell(number);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotBlank();
            holder.rollback();
        }
        gateway.await(
                "the repeat is accepted",
                Duration.ofSeconds(30),
                () -> tell(number).status() == 202);
    }

    @Test
    @DisplayName("Cơ sở dữ liệu hết đĩa: 503, có chỗ trở lại thì nhận tiếp")
    void asksToComeAgain_whileTheDatabaseHasNoRoom() throws Exception {
        String number = MadeUp.number();
        try (Connection owner = connection();
                Statement statement = owner.createStatement()) {
            statement.execute("create function no_room() returns trigger language plpgsql as"
                    + " $$ begin raise exception 'rehearsed' using errcode = 'disk_full'; end $$");
            statement.execute("create trigger no_room before insert on dossier_event execute function no_room()");
            try {
                Reply reply = tell(number);
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.header("Retry-After")).isNotBlank();
            } finally {
                statement.execute("drop trigger no_room on dossier_event");
                statement.execute("drop function no_room()");
            }
        }
        assertThat(tell(number).status()).isEqualTo(202);
    }

    private static Reply tell(String number) {
        return ward.put(number, MadeUp.state(1, "ACCEPTED"));
    }

    private static int accepted(Map<String, Reply> replies) {
        return (int)
                replies.values().stream().filter(reply -> reply.status() == 202).count();
    }

    private static Connection connection() throws IOException, SQLException {
        String port = Files.readAllLines(pidFile()).get(3);
        String password =
                Files.readString(FOLDER.resolve("data/postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/lienthong", "lienthong", password);
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst());
    }

    private static Path pidFile() {
        return FOLDER.resolve("data/postgres/postmaster.pid");
    }
}
