package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;

@DisplayName("The page of settings tells what the program reads")
class SettingsGuideTest {
    private static final Pattern ROW = Pattern.compile("\\| `(lienthong\\.[^`]*)` \\| (?:`([^`]*)`)? ?\\| (.*) \\|");

    private final Map<String, String> code = CodeSettings.all();
    private final Map<String, String> page = rows(read());

    @Test
    void namesEverySetting() {
        assertThat(missing(code, page)).isEmpty();
    }

    @Test
    void namesNoSettingThatDoesNotExist() {
        assertThat(missing(page, code)).isEmpty();
    }

    @Test
    void tellsTheDefaultInForce() {
        assertThat(page).containsExactlyInAnyOrderEntriesOf(code);
    }

    @Test
    void namesEachSettingOnce_inATableThatReads() {
        List<String> names = read().lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .toList();

        assertThat(names).hasSize(page.size()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application.yaml", "application-sandbox.yaml", "application-production.yaml"})
    void knowsWhateverOurFilesSet(String file) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(file));
        Set<String> set = yaml.getObject().stringPropertyNames().stream()
                .filter(name -> name.startsWith("lienthong."))
                .map(SettingsGuideTest::general)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(page.keySet()).containsAll(set);
    }

    @Test
    void noticesWhatIsMissingAndWhatIsInvented() {
        Map<String, String> read = new TreeMap<>();
        CodeSettings.read("lienthong.sample", Sample.class, read);
        Map<String, String> written = rows("""
                | `lienthong.sample.first-part` | `3` | a number |
                | `lienthong.sample.inner[].word` |  | a word |
                | `lienthong.sample.invented` |  | nothing |
                """);

        assertThat(read)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "lienthong.sample.first-part", "3",
                        "lienthong.sample.inner", "",
                        "lienthong.sample.inner[].word", "",
                        "lienthong.sample.by-name", "",
                        "lienthong.sample.by-name.<id>.word", ""));
        assertThat(missing(read, written))
                .containsExactlyInAnyOrder(
                        "lienthong.sample.inner", "lienthong.sample.by-name", "lienthong.sample.by-name.<id>.word");
        assertThat(missing(written, read)).containsExactly("lienthong.sample.invented");
    }

    private static Set<String> missing(Map<String, String> wanted, Map<String, String> there) {
        Set<String> missing = new TreeSet<>(wanted.keySet());
        missing.removeAll(there.keySet());
        return missing;
    }

    private static Map<String, String> rows(String text) {
        return ROW.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) == null ? "" : row.group(2),
                        (one, same) -> one,
                        TreeMap::new));
    }

    /** {@code clients[0].scopes[1]} is told as {@code clients[].scopes}, an entry of partners or keys under {@code <id>}. */
    private static String general(String name) {
        return name.replaceAll("\\[\\d+]", "[]")
                .replaceFirst("\\[]$", "")
                .replaceFirst(
                        "^lienthong\\.(partners|registers|signing\\.keys)\\.[a-z][a-z-]*\\.", "lienthong.$1.<id>.");
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/docs/operate/settings.md"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    record Sample(@DefaultValue("3") int firstPart, List<Inner> inner, Map<String, Inner> byName) {
        record Inner(String word) {}
    }
}
