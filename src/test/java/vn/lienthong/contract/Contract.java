package vn.lienthong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the contract's files as the gateway does. */
public final class Contract {
    public static final ObjectMapper JSON = new ObjectMapper();

    private Contract() {}

    public static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        read(Path.of("schemas/json", name + ".schema.json")),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }

    public static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot read " + file, failure);
        }
    }

    /** A text as JSON. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new IllegalStateException("No JSON: " + text, failure);
        }
    }

    /** Findings as {@code pointer keyword}, for example {@code /applicant required}. */
    public static List<String> findings(JsonSchema schema, JsonNode body) {
        return schema.validate(body).stream().map(Contract::text).sorted().toList();
    }

    private static String text(ValidationMessage message) {
        return message.getInstanceLocation() + " " + message.getType();
    }
}
