package vn.lienthong.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void remembers_theLastMark_inAFolderItMakesItself() {
        FeedMemory memory = new FeedMemory(folder.resolve("simulator/feed.json"));
        assertThat(memory.read()).isEmpty();
        memory.write(new FeedMark(LocalDate.of(2026, 11, 18), false));
        memory.write(new FeedMark(LocalDate.of(2026, 11, 18), true));
        assertThat(new FeedMemory(folder.resolve("simulator/feed.json")).read())
                .contains(new FeedMark(LocalDate.of(2026, 11, 18), true));
        assertThat(folder.resolve("simulator")).isDirectoryNotContaining("glob:**.next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"baseDay\":\"2026-02-30\"}"})
    void startsAnew_overAFileThatSaysNothing(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.json"), content);
        assertThat(new FeedMemory(file).read()).isEmpty();
    }
}
