package vn.lienthong.civilstatus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Answers by the contract's words, hostile ones too, and contracts that do not hold. */
class AnswersTest {
    private static final String ITEM = "{\"maHoSoMCDT\":\"D1\",\"trangThai\":\"3\"}";

    @TempDir
    private Path folder;

    @Test
    void readsOnlyWhatWasAskedFor_ofTheKindAskedFor() {
        List<Reading> read = TestLine.read(
                json("[" + ITEM + ",{\"maHoSoMCDT\":\"D2\",\"trangThai\":\"4\"},"
                        + "{\"maHoSoMCDT\":\"D3\",\"module\":\"LTKT\",\"trangThai\":\"4\"},7,null]"),
                "LTKS",
                List.of("D1", "D3"));

        assertThat(read).extracting(Reading::dossierNumber).containsExactly("D1");
        assertThat(read.getFirst().step()).isEqualTo(Contract.Step.ELIGIBLE);
    }

    @Test
    void readsItsTimesAsLocalOnes_andNoneThatIsNoTime() {
        Reading dated = one("\"thoiGianThucHien\":\"22/11/2026 08:30:00\"");
        assertThat(dated.at()).isEqualTo(Instant.parse("2026-11-22T01:30:00Z"));
        assertThat(one("\"thoiGianThucHien\":\"2026-11-22\"").at()).isNull();
        assertThat(one("\"thoiGianThucHien\":\"31/02/2026 99:00:00\"").at()).isNull();
    }

    @Test
    void takesWordsThatTheDatabaseWouldNotTake() {
        assertThat(one("\"ghiChu\":\"a\\u0000b\\ud83d\"").words()).isEqualTo("a b?");
        assertThat(one("\"ghiChu\":\"" + "x".repeat(499) + "😀\"").words()).isEqualTo("x".repeat(499) + "?");
        assertThat(one("\"ghiChu\":{\"a\":1}").words()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "certainty: seen,certainty: guessed",
        "most: 3,mosst: 3",
        "time: dd/MM/yyyy HH:mm:ss,time: '{'",
        "'required: [personalId, registrationNumber]','required: [personalId, other]'",
        "'good: \"1\"',''"
    })
    void refusesTheStart_whenTheContractDoesNotHold(String right, String wrong) throws IOException {
        String text = new String(SchemaFiles.packed().read("contracts/civil-status.yaml"), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        Path file = folder.resolve("contracts/civil-status.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace(right, wrong == null ? "" : wrong));

        assertThatThrownBy(() -> Contract.read(SchemaFiles.in(folder), "civil-status"))
                .isInstanceOf(StartRefused.class);
    }

    private static Reading one(String more) {
        return TestLine.read(json("[{\"maHoSoMCDT\":\"D1\",\"trangThai\":\"1\"," + more + "}]"), "LTKS", List.of("D1"))
                .getFirst();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
