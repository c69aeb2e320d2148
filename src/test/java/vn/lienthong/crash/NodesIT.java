package vn.lienthong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.GatewayProcess;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.QuickStart;
import vn.lienthong.testing.SimulatorProcess;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;

@DisplayName("Hai nút trên một cơ sở dữ liệu")
class NodesIT {
    private static final Path FOLDER = WorkFolder.fresh("nodes");
    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int CALLERS = 4;
    private static final int SOME = 30;
    private static final int LONG_ENOUGH_TO_BE_STOPPED_IN = 1500;

    private static SimulatorProcess simulator;
    private static List<GatewayProcess> nodes;
    private static List<String> errorsAtStart;

    @BeforeAll
    static void startBothAtOnce() throws IOException {
        simulator = SimulatorProcess.in(FOLDER);
        Files.createFile(
                FOLDER.resolve("data.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(FOLDER.resolve("data.key"), new byte[32]);
        nodes = IntStream.of(0, 1).mapToObj(NodesIT::begun).toList();
        nodes.forEach(GatewayProcess::awaitReady);
        errorsAtStart =
                nodes.stream().flatMap(node -> node.errorLines().stream()).toList();
    }

    private static GatewayProcess begun(int node) {
        QuickStart quick = QuickStart.ofThisBuild();
        return GatewayProcess.begun(
                quick.program(),
                FOLDER.resolve("node-" + node),
                quick.options(),
                simulator.url(),
                "--lienthong.data-key-file=" + FOLDER.resolve("data.key"),
                "--lienthong.document.folder=" + FOLDER.resolve("files"),
                "--lienthong.database.connections=12",
                "--lienthong.drain=1s",
                "--lienthong.partners.portal.connect-timeout=500ms",
                "--lienthong.partners.portal.read-timeout=3s",
                "--lienthong.partners.portal.lease-margin=500ms",
                "--lienthong.partners.portal.settle=1s",
                "--spring.datasource.url=" + DATABASE.url(),
                "--spring.datasource.username=" + DATABASE.user(),
                "--spring.datasource.password=" + DATABASE.password(),
                "--spring.datasource.hikari.data-source-properties.ApplicationName=node-" + node);
    }

    @AfterEach
    void heal() {
        simulator.portal().heal();
        nodes.forEach(GatewayProcess::thaw);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(GatewayProcess::close);
        simulator.close();
    }

    @Test
    @DisplayName("Cùng khởi động trên cơ sở dữ liệu trống: mỗi bước nâng cấp chạy một lần, cả hai sẵn sàng")
    void migrateOnce_whenStartedTogether() {
        List<String> applied = JDBC.sql("select version from flyway_schema_history where success and version <> ''")
                .query(String.class)
                .list();

        assertThat(applied).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(count("select count(*) from flyway_schema_history where not success"))
                .isZero();
        assertThat(count("select count(*) from access_token_key")).isOne();
        assertThat(errorsAtStart).isEmpty();
    }

    @Test
    @DisplayName("Khởi động lại lần lượt khi đang tải: nơi gọi chỉ thấy 202, Cổng nhận đủ, đúng thứ tự")
    void showNoErrorToCallers_whenRestartedInTurn() throws InterruptedException {
        Ledger ledger = new Ledger();
        Judge judge = new Judge(simulator.portal(), ledger, false);
        judge.passOverWhatWas();
        try (Balancer balancer = new Balancer(wards())) {
            List<BalancedCaller> callers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(new BalancedCaller(balancer, ledger, new Random(i)));
                threads.add(Thread.ofVirtual().start(callers.getLast()));
            }
            for (GatewayProcess node : nodes) {
                awaitMore(ledger);
                node.stop();
                awaitMore(ledger);
                node.begin();
                node.awaitReady();
                node.await("both get calls", LONGEST, () -> balancer.ready() == nodes.size());
            }
            awaitMore(ledger);
            callers.forEach(BalancedCaller::stop);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(ledger.complaints()).isEmpty();
        judge.awaitSettled(nodes.getFirst());
        judge.judge(nodes.getFirst(), new CrashReport(FOLDER.resolve("report.jsonl")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"login", "DongBoHoSoMC"})
    @DisplayName("Nút bị SIGSTOP khi đang gửi: nút kia làm tiếp; nút cũ tỉnh lại không ghi đè được gì")
    void leaveNothingToAStoppedNode(String stoppedIn) {
        String number = MadeUp.number();
        JDBC.sql("update partner_session set session = null").update();
        simulator.portal().fault("delay", stoppedIn, LONG_ENOUGH_TO_BE_STOPPED_IN);
        ward(nodes.getFirst()).put(number, MadeUp.state(1, "ACCEPTED")).expect(202);
        GatewayProcess stopped = awaitSender(number);
        stopped.freeze();
        GatewayProcess successor = nodes.get(1 - nodes.indexOf(stopped));

        ward(successor).put(number, MadeUp.state(2, "IN_PROGRESS")).expect(202);
        successor.await("both are confirmed", LONGEST, () -> confirmed(successor, number) == 2);
        stopped.thaw();
        stopped.await("its outcome is dropped", LONGEST, () -> stopped.printed("this node's outcome is dropped"));

        assertThat(simulator.portal().history(number))
                .extracting(effect -> effect.path("TrichYeuHoSo").asText())
                .containsExactly("Đăng ký khai sinh, lần 1", "Đăng ký khai sinh, lần 2");
        assertThat(confirmed(successor, number)).isEqualTo(2);
    }

    /** The node that sends a delivery of this dossier now. */
    private static GatewayProcess awaitSender(String number) {
        List<String> found = new ArrayList<>();
        nodes.getFirst().await("somebody sends", LONGEST, () -> {
            found.addAll(JDBC.sql("select a.application_name from delivery d"
                            + " join pg_locks l on l.locktype = 'advisory' and l.classid = 7242 and l.objid = d.lease_node::oid"
                            + " join pg_stat_activity a on a.pid = l.pid and a.datname = current_database()"
                            + " where d.dossier_number = ? and d.state = 'SENDING'")
                    .param(number)
                    .query(String.class)
                    .list());
            return !found.isEmpty();
        });
        return nodes.get(found.getFirst().equals("node-0") ? 0 : 1);
    }

    private static long confirmed(GatewayProcess node, String number) {
        JsonNode all = Client.of(node.url(), "ops")
                .get("/v1/dossiers/" + number + "/deliveries")
                .expect(200)
                .json();
        return StreamSupport.stream(all.path("items").spliterator(), false)
                .filter(delivery -> delivery.path("state").asText().equals("CONFIRMED"))
                .count();
    }

    private static void awaitMore(Ledger ledger) {
        int before = ledger.size();
        nodes.getFirst()
                .await(
                        "more is accepted",
                        LONGEST,
                        () -> ledger.size() > before + SOME
                                || !ledger.complaints().isEmpty());
    }

    /** With a token of the first node: each must take it. */
    private static List<Client> wards() {
        String token = ward(nodes.getFirst()).token();
        return nodes.stream().map(node -> new Client(node.url(), token)).toList();
    }

    private static Client ward(GatewayProcess node) {
        return Client.of(node.url(), MadeUp.WARD);
    }

    private static int count(String sql) {
        return JDBC.sql(sql).query(Integer.class).single();
    }
}
