package vn.lienthong.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines in a file that only grows. */
class LineFileTest {
    @TempDir
    Path directory;

    @Test
    void givesEachWholeLineWithItsPlace_howeverLong() throws IOException {
        try (LineFile file = LineFile.open(directory.resolve("lines"))) {
            String long1 = "x".repeat(3_000_000);
            String text = "a\n" + long1 + "\n\nb\ntorn";
            file.append(text.getBytes(StandardCharsets.UTF_8));
            List<Long> places = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            file.scan((position, line) -> {
                places.add(position);
                lines.add(new String(line, StandardCharsets.UTF_8));
                return true;
            });
            assertThat(lines).containsExactly("a", long1, "", "b");
            assertThat(places).containsExactly(0L, 2L, 3_000_003L, 3_000_004L);
            assertThat(file.read(3_000_004L, 1)).isEqualTo(new byte[] {'b'});
        }
    }

    @Test
    void isWrittenOn_behindTheCut() throws IOException {
        try (LineFile file = LineFile.open(directory.resolve("lines"))) {
            file.append("one\ntorn".getBytes(StandardCharsets.UTF_8));
            file.cut(4);
            assertThat(file.append("two\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(4);
            assertThat(file.size()).isEqualTo(8);
        }
        assertThat(directory.resolve("lines")).content().isEqualTo("one\ntwo\n");
        assertThat(directory.resolve("lines.damaged")).doesNotExist();
    }
}
