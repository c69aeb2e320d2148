package vn.lienthong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks events against the schemas that we publish for them. */
public final class EventSchemas {
    static final Path FOLDER = Path.of("schemas/events");

    private EventSchemas() {}

    /** What is wrong with the event's frame or its data; empty when both are as published. */
    public static List<String> findings(JsonNode event) {
        List<String> found = new ArrayList<>(findings("cloudevent", event));
        String type = event.path("type").asText();
        if (Files.isRegularFile(file(type))) {
            found.addAll(findings(type, event.path("data")));
        } else {
            found.add("no schema of " + type);
        }
        return found;
    }

    static List<String> findings(String name, JsonNode value) {
        return Contract.findings(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                Contract.read(file(name)),
                                SchemaValidatorsConfig.builder()
                                        .pathType(PathType.JSON_POINTER)
                                        .build()),
                value);
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".schema.json");
    }
}
