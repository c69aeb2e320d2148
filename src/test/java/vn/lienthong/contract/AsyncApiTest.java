package vn.lienthong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The file of events names what there is, no more and no less. */
class AsyncApiTest {
    private static final Path FILE = Path.of("schemas/asyncapi/inbox.yaml").toAbsolutePath();
    private static final JsonNode DOCUMENT = yaml();

    @Test
    void describesEveryEventThatHasASchema_andNoOther() throws IOException {
        assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
        List<String> types = new ArrayList<>();
        DOCUMENT.path("components")
                .path("messages")
                .forEach(message -> types.add(message.path("name").asText()));

        assertThat(types).containsExactlyInAnyOrderElementsOf(typesWithSchema());
    }

    @Test
    void sendsEveryMessageOnTheOneChannel() {
        List<String> messages = names(DOCUMENT.path("components").path("messages"));
        JsonNode operation = DOCUMENT.path("operations").path("pushInboxItem");

        assertThat(names(DOCUMENT.path("channels").path("inbox").path("messages")))
                .isEqualTo(messages);
        assertThat(operation.path("action").asText()).isEqualTo("send");
        assertThat(operation.path("messages").size()).isEqualTo(messages.size());
    }

    @Test
    void resolvesEveryReference() {
        List<String> dangling = new ArrayList<>();
        DOCUMENT.findValues("$ref").forEach(reference -> {
            String[] parts = reference.asText().split("#", 2);
            boolean there = parts[0].isEmpty()
                    ? !DOCUMENT.at(parts[1]).isMissingNode()
                    : Files.isRegularFile(FILE.resolveSibling(parts[0]).normalize());
            if (!there) {
                dangling.add(reference.asText());
            }
        });
        assertThat(DOCUMENT.findValues("$ref")).hasSizeGreaterThan(20);
        assertThat(dangling).isEmpty();
    }

    @Test
    void bindsEachTypeToItsOwnSchema() {
        DOCUMENT.path("components").path("messages").forEach(message -> {
            JsonNode own = message.path("payload").path("allOf").path(1).path("properties");
            String type = message.path("name").asText();
            assertThat(own.path("type").path("const").asText()).isEqualTo(type);
            assertThat(own.path("data").path("$ref").asText()).endsWith("/" + type + ".schema.json");
        });
    }

    @Test
    void namesEachSchemaAsTheEventsDo() throws IOException {
        for (String type : typesWithSchema()) {
            JsonNode schema = Contract.read(EventSchemas.file(type));
            assertThat(schema.path("$id").asText()).isEqualTo("urn:lienthong:event:" + type);
            assertThat(schema.path("title").asText()).contains(" / ");
        }
    }

    private static List<String> typesWithSchema() throws IOException {
        try (Stream<Path> files = Files.list(EventSchemas.FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".schema.json", ""))
                    .filter(name -> !name.equals("cloudevent"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode yaml() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return Contract.JSON.valueToTree(
                    new Yaml(new SafeConstructor(options)).<Object>load(Files.readString(FILE)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
