package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Audit;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.FaultClass;
import vn.lienthong.delivery.Reason;
import vn.lienthong.delivery.bulk.BulkAction;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.workitem.WorkItem;

/** The texts of the pages: none missing, none left over in one language only. */
class TextsTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z.-]+)[({}]");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private final Properties vi = read("messages.properties");
    private final Properties en = read("messages_en.properties");

    @Test
    void speakBothLanguages() {
        assertThat(en.stringPropertyNames()).isEqualTo(vi.stringPropertyNames());
        assertThat(vi.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(en.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(vi.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(en.getProperty(key))).isEqualTo(places(vi.getProperty(key))));
    }

    @Test
    void areThere_forEveryKeyATemplateNames() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates/console"))) {
            Set<String> used = new TreeSet<>();
            for (Path template : templates.toList()) {
                USED.matcher(Files.readString(template)).results().forEach(found -> used.add(found.group(1)));
            }
            assertThat(vi.stringPropertyNames()).containsAll(used);
            assertThat(used).hasSizeGreaterThan(100);
        }
    }

    @Test
    void areThere_forEveryValueAPageMayName() {
        Map<String, Enum<?>[]> lists = Map.of(
                "state", DeliveryState.values(),
                "dossier", DossierStatus.values(),
                "fault", FaultClass.values(),
                "side", Reason.Side.values(),
                "breaker", CircuitBreaker.State.values(),
                "bulk", BulkAction.State.values(),
                "item", BulkAction.Outcome.values(),
                "outcome", Audit.Outcome.values(),
                "work", WorkItem.State.values());
        lists.forEach((prefix, values) -> assertThat(vi.stringPropertyNames())
                .containsAll(Arrays.stream(values)
                        .map(value -> prefix + "." + value.name())
                        .toList()));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream("/console/" + name)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return texts;
    }
}
