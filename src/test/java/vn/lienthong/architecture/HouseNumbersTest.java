package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files stay small enough to be read in one go")
class HouseNumbersTest {
    private static final int CEILING = 400;
    private static final int MEDIAN = 60;
    private static final int NINE_OF_TEN = 150;

    private static final Map<String, Integer> LINES = new TreeMap<>();

    @BeforeAll
    static void count() throws IOException {
        Path main = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .forEach(file -> LINES.put(main.relativize(file).toString(), lines(file)));
        }
    }

    @Test
    void noFileIsLongerThanTheCeiling() {
        assertThat(LINES).isNotEmpty();
        assertThat(LINES.entrySet().stream()
                        .filter(file -> file.getValue() > CEILING)
                        .map(file -> file.getKey() + " (" + file.getValue() + ")"))
                .isEmpty();
    }

    @Test
    void halfOfTheFilesFitOnAScreen() {
        assertThat(percentile(50)).isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void nineOfTenFilesFitOnThree() {
        assertThat(percentile(90)).as("longest: %s", longest()).isLessThanOrEqualTo(NINE_OF_TEN);
    }

    /** The length that this share of the files does not exceed. */
    private static int percentile(int percent) {
        List<Integer> sorted = LINES.values().stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    private static String longest() {
        return LINES.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(10)
                .map(file -> file.getKey() + " " + file.getValue())
                .collect(Collectors.joining(", "));
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
