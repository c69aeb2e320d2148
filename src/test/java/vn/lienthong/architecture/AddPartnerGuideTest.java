package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to adding a partner tells what the sample does, and the sample is files that no programmer wrote. */
@DisplayName("A partner is added without Java, as the guide says")
class AddPartnerGuideTest {
    private static final Path PAGE = Path.of("src/docs/integrate/add-a-partner.md");
    private static final Path SAMPLE = Path.of("src/docs/integrate/add-a-partner");
    private static final String PARTNER = "household-business";
    private static final Pattern SNIPPET = Pattern.compile("<!-- (\\S+) -->\\n```\\w*\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`((?:config|routes|schemas)/[a-z/.-]+)`");

    static Stream<Path> sampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    static Stream<Path> sampleRoutes() throws IOException {
        return sampleFiles().filter(file -> file.getParent().endsWith("routes"));
    }

    @Test
    void sampleIsWrittenInYamlAlone() throws IOException {
        assertThat(sampleFiles()).hasSize(7).allMatch(file -> file.toString().endsWith(".yaml"));
    }

    @Test
    void noMainClassKnowsTheSample() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile).filter(AddPartnerGuideTest::knowsTheSample))
                    .isEmpty();
        }
        for (String part : List.of("routes", "schemas")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                assertThat(files.filter(file -> file.toString().contains(PARTNER)))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sampleRoutes")
    void flowOfTheSample_keepsTheRules(Path file) throws IOException {
        assertThat(RouteRules.findings(file.getFileName().toString(), Files.readString(file)))
                .isEmpty();
    }

    @Test
    void everyFileIsNamed_andEveryNamedFileIsThere() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(sampleFiles().map(file -> SAMPLE.relativize(file).toString()))
                .allMatch(page::contains);
        assertThat(NAMED.matcher(page).results().map(name -> name.group(1)))
                .isNotEmpty()
                .allMatch(name -> Files.exists(SAMPLE.resolve(name)) || Files.exists(Path.of(name)));
    }

    @Test
    void everySnippetStandsInItsFile() throws IOException {
        List<MatchResult> snippets =
                SNIPPET.matcher(Files.readString(PAGE)).results().toList();
        assertThat(snippets).hasSizeGreaterThan(4);
        for (MatchResult snippet : snippets) {
            assertThat(Files.readString(SAMPLE.resolve(snippet.group(1))))
                    .as(snippet.group(1))
                    .contains(snippet.group(2));
        }
    }

    @Test
    void everyMeaningOfACode_andEveryWordOfAForm_isExplained() throws IOException {
        String page = Files.readString(PAGE);
        Stream<String> meanings = Stream.of(vn.lienthong.portal.session.ReplyClass.values())
                .map(vn.lienthong.portal.session.ReplyClass::word);
        Stream<String> words = Stream.of(
                "contract",
                "sign-in",
                "call",
                "kinds",
                "ask",
                "create",
                "update",
                "form",
                "with",
                "from",
                "text",
                "each",
                "fields",
                "time",
                "codes",
                "type",
                "required",
                "always",
                "longest",
                "number",
                "shown",
                "mark",
                "shape");
        assertThat(Stream.concat(meanings, words)).allMatch(word -> page.contains("`" + word + "`"));
    }

    private static boolean knowsTheSample(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            return text.contains(PARTNER);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
