package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.StartRefused;

class DataFolderTest {
    @TempDir
    Path root;

    @Test
    void isMade_whenItIsMissing() {
        try (DataFolder folder = DataFolder.open(root.resolve("a/b"))) {
            assertThat(folder.path()).isDirectory().isAbsolute();
        }
    }

    @Test
    void refusesSecondOwner_inTheSameProcess() {
        try (DataFolder first = DataFolder.open(root)) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataFolder.open(root).close();
    }

    @Test
    void refusesSecondOwner_reachedThroughAnotherName() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), Files.createDirectory(root.resolve("real")));
        try (DataFolder first = DataFolder.open(root.resolve("real"))) {
            assertThat(first.path()).exists();
            assertThatThrownBy(() -> DataFolder.open(link)).isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void refusesInBothLanguages_whenItCannotBeMade() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.vi()).contains("thư mục dữ liệu", "lienthong.data");
                                    assertThat(finding.en()).contains("cannot be created");
                                }));
    }
}
