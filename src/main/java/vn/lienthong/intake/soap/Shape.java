package vn.lienthong.intake.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.SchemaFiles;

/** A place in a JSON Schema: what may stand there. */
final class Shape {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final JsonNode node;

    private Shape(JsonNode root, JsonNode node) {
        this.root = root;
        this.node = node;
    }

    /** The whole of a schema of {@code schemas/json}. */
    static Shape file(SchemaFiles files, String name) {
        return of(new String(files.read("json/" + name), StandardCharsets.UTF_8));
    }

    /** The whole of a schema. */
    static Shape of(String schema) {
        try {
            JsonNode root = JSON.readTree(schema);
            return new Shape(root, root);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A schema of ours does not read", broken);
        }
    }

    /** What stands under this name; null where the schema names nothing. */
    @Nullable
    Shape property(String name) {
        JsonNode found = node.path("properties").get(name);
        return found == null ? null : at(found);
    }

    /** The names in the schema's order. */
    Iterator<String> names() {
        return node.path("properties").fieldNames();
    }

    /** What each element of the list is. */
    Shape items() {
        return at(node.path("items"));
    }

    /** Whether a value of this type may stand here. */
    boolean is(String type) {
        JsonNode types = node.path("type");
        if (types.isTextual()) {
            return types.textValue().equals(type);
        }
        for (JsonNode each : types) {
            if (each.asText().equals(type)) {
                return true;
            }
        }
        if (type.equals("null")) {
            for (JsonNode each : node.path("enum")) {
                if (each.isNull()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether fields of any name may stand here. */
    boolean isVerbatim() {
        return is("object") && !node.has("properties");
    }

    /** Whether each blank of the text counts: neither a word of a list nor something of a fixed form. */
    boolean isPlainText() {
        return is("string")
                && !node.has("enum")
                && !node.path("pattern").asText().startsWith("^");
    }

    private Shape at(JsonNode found) {
        String reference = found.path("$ref").asText();
        return new Shape(root, reference.startsWith("#") ? root.at(reference.substring(1)) : found);
    }
}
