package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of troubles names a test for each")
class DegradedTableTest {
    private static final Path PAGE = Path.of("src/docs/operate/degraded.md");
    private static final Path TESTS = Path.of("src/test/java/vn/lienthong");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|\\n]+(?:\\|[^|\\n]+){4}\\|([^|\\n]+)\\|$");
    private static final Pattern TEST = Pattern.compile("`([a-z/]+/[A-Z]\\w+(?:Test|IT))`");

    private final List<List<String>> rows = rows();

    @Test
    void namesATestInEachRow() {
        assertThat(rows)
                .hasSizeGreaterThan(30)
                .allSatisfy(tests -> assertThat(tests).isNotEmpty());
    }

    @Test
    void namesOnlyTestsThatExist() {
        assertThat(rows)
                .allSatisfy(tests -> assertThat(tests)
                        .allSatisfy(test ->
                                assertThat(TESTS.resolve(test + ".java")).isRegularFile()));
    }

    @Test
    void tellsTheSameInBothLanguages() {
        int half = rows.size() / 2;
        assertThat(rows.subList(0, half)).isEqualTo(rows.subList(half, rows.size()));
    }

    @Test
    void readsEveryLineOfTheTables() throws IOException {
        long lines = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| "))
                .count();
        assertThat(rows).as("all but the two head lines").hasSize((int) lines - 2);
    }

    /** The tests of each row, in order. */
    private static List<List<String>> rows() {
        try {
            return ROW.matcher(Files.readString(PAGE))
                    .results()
                    .map(row -> row.group(1))
                    .filter(cell -> !List.of("Test", "Bài kiểm").contains(cell.strip()))
                    .map(cell -> TEST.matcher(cell)
                            .results()
                            .map(MatchResult::group)
                            .map(name -> name.replace("`", ""))
                            .toList())
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
