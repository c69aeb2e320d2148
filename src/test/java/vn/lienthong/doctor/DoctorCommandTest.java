package vn.lienthong.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.platform.DataFolder;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.TestDatabase;

/** The whole command with the sandbox's settings, beside the twins and a database. */
class DoctorCommandTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path folder;

    private static Simulator simulator;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        simulator =
                Simulator.start(SimulatorSettings.in(folder.resolve("twins")).onPort(0));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void findsNothingWrong_besideARunningGateway_andChangesNothing() throws Exception {
        Path data = folder.resolve("running");
        try (DataFolder held = DataFolder.open(data)) {
            List<String> before = listed(data);
            assertThat(run(settings(data))).as(printed()).isZero();
            assertThat(listed(data)).isEqualTo(before);
            assertThat(held.path()).exists();
            JsonNode report = json();
            assertThat(report.path("well").asBoolean()).isTrue();
            assertThat(report.path("checks").findValuesAsText("id"))
                    .contains("data", "database", "keys", "time-stamps", "revocation:agency", "partner:portal");
            assertThat(codes())
                    .contains(
                            "DATA-IN-USE",
                            "DATABASE-REACHED",
                            "CLOCK-AGREES",
                            "KEY-READ",
                            "TSA-ANSWERS",
                            "OCSP-ANSWERS",
                            "RENEWAL-IN-TIME",
                            "PARTNER-REACHED");
        }
    }

    @Test
    void namesTimeStampsThatEndedWithoutRenewal() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());
        jdbc.update(
                "insert into evidence_checkpoint (size, at, body, signature, stamped_at, proof_ends_at, proof_algorithms)"
                        + " values (1, now(), '', '', now(), now() - interval '1 day', '{SHA256}')");
        try {
            assertThat(run(settings(folder.resolve("overdue")))).isEqualTo(1);
            assertThat(codes()).contains("RENEWAL-OVERDUE");
        } finally {
            jdbc.update("delete from evidence_checkpoint");
        }
    }

    @Test
    void saysPlainly_thatNoGatewayRuns() throws Exception {
        Path data = folder.resolve("nobody");
        List<String> settings = new ArrayList<>(settings(data));
        settings.removeIf(each -> each.startsWith("--spring.datasource"));
        assertThat(run(settings)).isEqualTo(1);
        assertThat(codes()).contains("DATABASE-NOT-RUNNING", "DATA-MISSING");
        assertThat(data).as("is not made").doesNotExist();
    }

    @Test
    void namesWhatCannotBeReached() throws Exception {
        List<String> settings = new ArrayList<>(settings(folder.resolve("away")));
        settings.removeIf(each -> each.contains(".url="));
        settings.add("--spring.datasource.url=jdbc:postgresql://127.0.0.1:9/x");
        settings.add("--lienthong.simulator.url=http://127.0.0.1:9");
        assertThat(run(settings)).isEqualTo(1);
        assertThat(codes()).contains("DATABASE-UNREACHABLE", "TSA-DOWN", "OCSP-DOWN", "PARTNER-DOWN");
    }

    @Test
    void minds_inProduction_whatTheSandboxMayHave() throws Exception {
        List<String> settings = new ArrayList<>(settings(folder.resolve("production")));
        settings.add("--spring.profiles.active=sandbox,production");
        assertThat(run(settings)).isEqualTo(1);
        assertThat(codes()).contains("KEY-SAMPLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lienthong.database.connections=1",
                "lienthong.drain=61s",
                "lienthong.drain=-1s",
                "lienthong.drain=soon"
            })
    void tellsWhichSettingIsWrong(String setting) throws Exception {
        assertThat(run(List.of("--json", "--" + setting))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(setting.split("=", 2)[0]);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(run(List.of("--help"))).isZero();
        assertThat(printed()).contains("--json", "Kết thúc", "Ends with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "--what", "-v"})
    void refusesArgumentsThatMakeNoSense(String argument) throws Exception {
        assertThat(run(List.of(argument))).isEqualTo(2);
    }

    private static List<String> settings(Path data) {
        return List.of(
                "--json",
                "--lienthong.data=" + data,
                "--lienthong.simulator.url=" + simulator.url(),
                "--spring.datasource.url=" + DATABASE.url(),
                "--spring.datasource.username=" + DATABASE.user(),
                "--spring.datasource.password=" + DATABASE.password());
    }

    private int run(List<String> arguments) throws InterruptedException {
        return DoctorCommand.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(printed());
    }

    private List<String> codes() throws IOException {
        return json().path("checks").findValuesAsText("code");
    }

    private static List<String> listed(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
