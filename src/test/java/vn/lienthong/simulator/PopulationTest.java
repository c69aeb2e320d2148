package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The population register's twin: its people, its answers, its knobs. */
class PopulationTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void connect() {
        caller = twins.caller();
    }

    @Test
    void holdsThePeopleOfTheSampleDossiers() throws Exception {
        List<String> missing = new ArrayList<>();
        try (var files = Files.list(Path.of("schemas/samples"))) {
            for (Path file : files.toList()) {
                JsonNode applicant = Caller.JSON.readTree(file.toFile()).at("/dossier/applicant");
                String number = applicant.path("personalId").asText("");
                if (!number.isEmpty()
                        && !caller.get("/__sim/population/people/" + number)
                                .path("fullName")
                                .equals(applicant.path("name"))) {
                    missing.add(number);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(caller.get("/__sim/population/people").path("people")).hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @CsvSource({
        "066090000011, NGUYENVANMAU, 19900131, true",
        "066090000011, NGUYENVANMAO, 19900131, false",
        "066090000011, NGUYENVANMAU, 19900201, false",
        "066090000012, NGUYENVANMAU, 19900131, false"
    })
    void tellsSomebodyOnlyWhenAllThreeAgree(String number, String name, String born, boolean told) {
        String answer = ask(question("037", number, name, born)).body();

        assertThat(answer.contains("<Ten>Mẫu</Ten>")).isEqualTo(told);
        assertThat(stats().path("found").asInt()).isEqualTo(told ? 1 : 0);
        assertThat(stats().path("notFound").asInt()).isEqualTo(told ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MaDVC>|MaDVX>",
                "037|999",
                "NGUYENVANMAU|Nguyễn Văn Mẫu",
                "066090000011|06609000001",
                "19900131|31/01/1990",
                "http://dancuquocgia.bca|http://khac.example"
            })
    void refusesWithAFaultInItsWords(String change) {
        String[] parts = change.split("\\|");
        Answer answer =
                ask(question("037", "066090000011", "NGUYENVANMAU", "19900131").replace(parts[0], parts[1]));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultstring>").doesNotContain("CongDan>");
        assertThat(stats().path("refused").asInt()).isEqualTo(1);
    }

    @Test
    void refusesARequestNumberASecondTime() {
        String question = question("037", "066090000011", "NGUYENVANMAU", "19900131");

        assertThat(ask(question).statusCode()).isEqualTo(200);
        assertThat(ask(question).body()).contains("MaYeuCau đã được dùng");
    }

    @Test
    void remembersWhoWasWrittenIn_throughARestart_untilEmptied() throws Exception {
        caller.send(
                "PUT",
                "/__sim/population/people/066095777777",
                "{\"fullName\":\"Lê Thị Mới\",\"dateOfBirth\":\"1995\"}");
        twins.stop();
        twins.start();
        caller = twins.caller();

        assertThat(ask(question("037", "066095777777", "LETHIMOI", "19950505")).body())
                .contains("<Nam>1995</Nam>");
        caller.send("DELETE", "/__sim/population", "");
        assertThat(caller.send("GET", "/__sim/population/people/066095777777", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stats().path("calls").asInt()).isZero();
        assertThat(stats().path("people").asInt()).isGreaterThan(35);
    }

    @ParameterizedTest
    @CsvSource({"error, 500", "throttle, 429", "garbage, 200", "wrong-encoding, 200", "delay, 200"})
    void breaksAsItIsTold(String mode, int status) {
        caller.send("PUT", "/__sim/population/faults", "{\"mode\":\"" + mode + "\",\"delayMs\":10}");

        assertThat(ask(question("037", "066090000011", "NGUYENVANMAU", "19900131"))
                        .statusCode())
                .isEqualTo(status);
        assertThat(stats().path("faulted").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "reset-before", "reset-after", "late-effect"})
    void breaksTheLineAsItIsTold(String mode) {
        caller.send("PUT", "/__sim/population/faults", "{\"mode\":\"" + mode + "\",\"delayMs\":10}");

        assertThatThrownBy(() -> ask(question("037", "066090000011", "NGUYENVANMAU", "19900131")))
                .isInstanceOf(UncheckedIOException.class);
    }

    private JsonNode stats() {
        return caller.get("/__sim/population/stats");
    }

    private Answer ask(String envelope) {
        HttpResponse<byte[]> answer = caller.send("POST", "/population", envelope);
        return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private record Answer(int statusCode, String body) {}

    private static String question(String code, String number, String name, String born) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<TraCuuThongTinCongDan xmlns=\"http://dancuquocgia.bca\"><MaYeuCau>" + UUID.randomUUID()
                + "</MaYeuCau><MaDVC>1.001193</MaDVC><MaTichHop>" + code
                + "</MaTichHop><MaCanBo>1</MaCanBo><SoDinhDanh>"
                + number + "</SoDinhDanh><HoVaTen>" + name + "</HoVaTen><NgayThangNamSinh><NgayThangNam>" + born
                + "</NgayThangNam></NgayThangNamSinh></TraCuuThongTinCongDan></s:Body></s:Envelope>";
    }
}
