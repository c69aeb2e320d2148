package vn.lienthong.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFilesTest {
    private static final String AGENCIES = "catalogue/agencies.json";

    @TempDir
    private Path folder;

    @Test
    void reads_whatIsPacked_whereNoFolderStandsBefore() {
        assertThat(text(SchemaFiles.packed(), AGENCIES)).contains("H15.24133");
    }

    @Test
    void prefers_theFolder_fileByFile() throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(folder.resolve(AGENCIES), "{}");
        SchemaFiles files = SchemaFiles.in(folder);
        assertThat(text(files, AGENCIES)).isEqualTo("{}");
        assertThat(files.whereIs(AGENCIES)).isEqualTo(folder.resolve(AGENCIES).toString());
        assertThat(text(files, "catalogue/procedures.json")).contains("1.001193");
    }

    @Test
    void refusesTheStart_overAFileThatIsNowhere() {
        SchemaFiles files = SchemaFiles.in(folder);
        assertThat(files.has("replies/nobody.json")).isFalse();
        assertThatThrownBy(() -> files.read("replies/nobody.json"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("schemas/replies/nobody.json");
    }

    @Test
    void refusesTheStart_overAFolderThatIsNotThere() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> SchemaFiles.choose(missing))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(missing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pom.xml", "/etc/passwd", "json/../../pom.xml", "json\\x"})
    void staysBelowItsFolder(String name) {
        assertThatThrownBy(() -> SchemaFiles.in(folder).has(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(SchemaFiles files, String name) {
        return new String(files.read(name), StandardCharsets.UTF_8);
    }
}
