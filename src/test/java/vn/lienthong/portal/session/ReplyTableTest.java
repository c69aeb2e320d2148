package vn.lienthong.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

class ReplyTableTest {
    @TempDir
    private Path folder;

    @Test
    void packedTable_knowsTheCodesOfTheContract() {
        ReplyTable table = ReplyTableReader.read(SchemaFiles.packed(), "portal");
        assertThat(table.ofCode("0")).contains(ReplyClass.SUCCESS);
        assertThat(table.ofCode("00")).contains(ReplyClass.SUCCESS);
        assertThat(table.ofCode("-3")).contains(ReplyClass.ALREADY_THERE);
        assertThat(table.ofCode("3")).contains(ReplyClass.ALREADY_THERE);
        assertThat(table.ofCode("77")).isEmpty();
        assertThat(table.ofStatus(429)).isEqualTo(ReplyClass.THROTTLED);
        assertThat(table.ofStatus(500)).isEqualTo(ReplyClass.MAYBE_SENT);
        assertThat(table.ofStatus(418)).isEqualTo(ReplyClass.UNDECIDABLE);
    }

    @Test
    void ownTable_standsBeforeThePackedOne() throws IOException {
        ReplyTable table = read("codes:\n  000: success\npause: 90s\n");
        assertThat(table.ofCode("000")).contains(ReplyClass.SUCCESS);
        assertThat(table.ofCode("0")).isEmpty();
        assertThat(table.pause()).isEqualTo(Duration.ofSeconds(90));
        assertThat(table.fields().item()).isEqualTo("MaHoSo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "codes: {0: succes}|codes.0",
                "codes: {1: refused}|codes",
                "codes: {0: success, 0: refused}|YAML",
                "codes: [0]|codes",
                "codes: {0: success}\\nhttp: {4xx: refused}|http.4xx",
                "codes: {0: success}\\npause: soon|pause",
                "codes: {0: success}\\ncode: {}|code",
                "codes: {0: success}\\nfields: {kode: a}|kode",
                "a: b: c|YAML"
            })
    void mistake_refusesTheStart_namingFileAndPlace(String text, String place) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("portal.yaml")
                .hasMessageContaining(place);
    }

    private ReplyTable read(String text) throws IOException {
        Path file = folder.resolve("replies/portal.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return ReplyTableReader.read(SchemaFiles.in(folder), "portal");
    }
}
