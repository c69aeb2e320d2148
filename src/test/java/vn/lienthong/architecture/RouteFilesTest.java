package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows tell the order of steps and nothing else: a person who reads no Java can check them. */
class RouteFilesTest {
    private static final Path FOLDER = Path.of("routes");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.sorted().toList().stream();
        }
    }

    @Test
    void thereAreFlows() throws IOException {
        assertThat(files()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void flow_keepsTheRules(Path file) throws IOException {
        assertThat(RouteRules.findings(file.getFileName().toString(), Files.readString(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- script: {groovy: \"1\"}",
                "- to: \"sql:select 1\"",
                "- to: {uri: \"http://x\"}",
                "- toD: \"direct:${body}\"",
                "- setBody: {simple: \"{\\\"a\\\":1}\"}",
                "- bean: {ref: serviceReadBack, method: noSuchMethod}",
                "- bean: {ref: noSuchBean, method: ask}",
                "- bean: {beanType: java.lang.Runtime}",
                "- log: \"{{lienthong.no.such.setting}}\"",
                "- log: \"{{lienthong.partners.portal.batch}}\"",
                "- choice: {when: [{groovy: \"true\", steps: [{log: x}]}]}",
                "- choice: {when: [{simple: \"${body}\", steps: [{process: {ref: x}}]}]}"
            })
    void forbiddenStep_isFound(String step) {
        String text =
                "# Một câu.\n# One sentence.\n- route:\n    id: x-y\n    from:\n      uri: delivery:portal/dossier\n"
                        + "      steps:\n        " + step + "\n";
        assertThat(RouteRules.findings("x-y.camel.yaml", text)).hasSize(1);
    }

    @Test
    void goodFlow_hasNoFindings_butAWrongNameHas() {
        String text =
                "# Một câu.\n# One sentence.\n- route:\n    id: x-y\n    from:\n      uri: delivery:portal/dossier\n"
                        + "      parameters:\n        batch: \"{{lienthong.partners.portal.batch:20}}\"\n"
                        + "      steps:\n        - choice:\n            when:\n              - simple: \"${body.heldByPartner}\"\n"
                        + "                steps:\n                  - log: x\n            otherwise:\n              steps:\n"
                        + "                - bean: {ref: serviceReadBack, method: ask}\n";
        assertThat(RouteRules.findings("x-y.camel.yaml", text)).isEmpty();
        assertThat(RouteRules.findings("other.camel.yaml", text)).hasSize(1);
        assertThat(RouteRules.findings("x-y.camel.yaml", text.replace("# Một câu.\n# One sentence.\n", "")))
                .isEqualTo(List.of("begins without a comment in Vietnamese and one in English"));
    }
}
