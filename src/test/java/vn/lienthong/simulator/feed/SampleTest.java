package vn.lienthong.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

class SampleTest {
    private static final FeedDays DAYS = new FeedDays(LocalDate.of(2026, 11, 18));
    private static final String TEXT = """
            {"title":"t","story":"s","client":"H15.02","dossierNumber":"H15.02-{{yymmdd-1}}-9001",
             "dossier":{"channel":"COUNTER","applicant":{"name":"A","phone":"1"},"summary":"x"},
             "events":[{"put":{"status":"REGISTERED"}},{"progress":{"note":"n"}},
                       {"put":{"status":"ACCEPTED","applicant":{"phone":"2"},"summary":null}},{"progress":{"note":"m"}}]}
            """;

    @Test
    void tells_theWholeStateEachTime_withWhatChanged() {
        Sample.Script script = new Sample("01.json", TEXT).script(DAYS);
        assertThat(script.number()).isEqualTo("H15.02-261117-9001");
        assertThat(script.events())
                .extracting(FeedEvent::body)
                .containsExactly(
                        "{\"revision\":1,\"channel\":\"COUNTER\",\"applicant\":{\"name\":\"A\",\"phone\":\"1\"},\"summary\":\"x\",\"status\":\"REGISTERED\"}",
                        "{\"sequence\":1,\"note\":\"n\"}",
                        "{\"revision\":2,\"channel\":\"COUNTER\",\"applicant\":{\"name\":\"A\",\"phone\":\"2\"},\"status\":\"ACCEPTED\"}",
                        "{\"sequence\":2,\"note\":\"m\"}");
    }

    @Test
    void addresses_eachEventByItsOwnKey_theSameOnEveryRepeat() {
        Sample sample = new Sample("01.json", TEXT);
        Sample.Script script = sample.script(DAYS);
        assertThat(script.events()).extracting(FeedEvent::key).doesNotHaveDuplicates();
        assertThat(sample.script(DAYS)).isEqualTo(script);
        assertThat(script.events())
                .extracting(event -> event.client() + " " + event.method() + " " + event.path())
                .startsWith(
                        "H15.02 PUT /v1/dossiers/H15.02-261117-9001",
                        "H15.02 POST /v1/dossiers/H15.02-261117-9001/progress");
    }

    @Test
    void sendsAResult_withItsDocument() {
        FeedEvent event = new Sample(
                        "01.json",
                        TEXT.replace(
                                "{\"progress\":{\"note\":\"m\"}}",
                                "{\"result\":{\"metadata\":{\"title\":\"k\"},\"document\":\"<a/>\"}}"))
                .script(DAYS)
                .events()
                .getLast();

        assertThat(event.path()).endsWith("/H15.02-261117-9001/results");
        assertThat(event.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(event.body()).contains("{\"title\":\"k\"}", "<a/>").endsWith("--\r\n");
    }

    @Test
    void comesFromTheFolder_whereThatHasSamples_elseFromTheProgram(@TempDir Path folder) throws IOException {
        assertThat(new SampleFiles(SchemaFiles.in(folder)).all()).hasSizeGreaterThan(30);
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(folder.resolve("samples/b.json"), "{}");
        Files.writeString(folder.resolve("samples/a.json"), "{}");
        Files.writeString(folder.resolve("samples/notes.txt"), "");
        assertThat(new SampleFiles(SchemaFiles.in(folder)).all())
                .extracting(Sample::file)
                .containsExactly("a.json", "b.json");
    }

    @Test
    void names_theFileThatIsBroken() {
        assertThatThrownBy(() -> new Sample("07-x.json", "{").script(DAYS))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("07-x.json");
    }
}
