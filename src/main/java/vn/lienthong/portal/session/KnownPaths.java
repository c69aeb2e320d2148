package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.national.NationalFields;

/**
 * The paths a form may take something from: a misspelt one would be empty in every message and nobody would notice. Our own
 * body is known by its JSON Schema, the national form by its list of fields.
 */
final class KnownPaths {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /** About the message itself. */
    private static final Set<String> MESSAGE = Set.of("number", "version", "event", "unit", "acceptedAt");
    /** What the catalogue calls things. */
    private static final Set<String> NAMES = Set.of("procedure", "sectorCode", "sector", "agency");

    private final Map<String, JsonNode> schemas;

    private KnownPaths(Map<String, JsonNode> schemas) {
        this.schemas = schemas;
    }

    static KnownPaths of(SchemaFiles files) {
        return new KnownPaths(Map.of(
                "dossier",
                schema(files, "json/dossier.schema.json"),
                "step",
                schema(files, "json/progress.schema.json")));
    }

    /**
     * Why nothing can stand at a path; empty if something may.
     *
     * @param step whether a step is told, not a state
     * @param list the list in whose entries it is looked for; empty outside of one
     */
    Optional<Bilingual> fault(String path, boolean step, String list) {
        String[] names = path.split("\\.", -1);
        String root = names[0];
        List<String> rest = List.of(names).subList(1, names.length);
        Set<String> roots = new TreeSet<>(
                step ? Set.of("message", "national", "step") : Set.of("message", "national", "dossier", "names"));
        if (!list.isEmpty()) {
            roots.add("entry");
        }
        if (!roots.contains(root) || rest.isEmpty()) {
            return Optional.of(new Bilingual(
                    "phải bắt đầu bằng một trong " + roots + " và có tên trường",
                    "must begin with one of " + roots + " and name a field"));
        }
        return switch (root) {
            case "message" -> among(rest, MESSAGE);
            case "names" -> among(rest, NAMES);
            case "national" -> among(rest, step ? NationalFields.STEP : NationalFields.DOSSIER);
            case "entry" -> entry(list, rest);
            default -> inSchema(root, rest);
        };
    }

    private Optional<Bilingual> entry(String list, List<String> rest) {
        int dot = list.indexOf('.');
        JsonNode schema = schemas.get(dot < 0 ? list : list.substring(0, dot));
        if (schema == null) {
            return Optional.empty(); // inside a list of the national form, whose entries have no schema
        }
        JsonNode listed = found(schema, schema, List.of(list.substring(dot + 1).split("\\.")));
        JsonNode entries = listed == null ? null : resolved(schema, listed).path("items");
        return entries == null || found(schema, entries, rest) == null ? unknown(rest) : Optional.empty();
    }

    private Optional<Bilingual> inSchema(String root, List<String> rest) {
        JsonNode schema = schemas.get(root);
        return schema == null || found(schema, schema, rest) == null ? unknown(rest) : Optional.empty();
    }

    private static Optional<Bilingual> among(List<String> rest, Set<String> known) {
        return known.contains(rest.getFirst())
                ? Optional.empty()
                : Optional.of(new Bilingual(
                        "không có trường này; có: " + new TreeSet<>(known),
                        "there is no such field; there are: " + new TreeSet<>(known)));
    }

    private static Optional<Bilingual> unknown(List<String> rest) {
        return Optional.of(new Bilingual(
                "không có trường " + String.join(".", rest) + " trong nội dung gửi tới cổng liên thông",
                "what this gateway is told has no field " + String.join(".", rest)));
    }

    /** The schema of a field below {@code at}; null where there is none. What holds anything holds every name. */
    private static @Nullable JsonNode found(JsonNode whole, JsonNode at, List<String> names) {
        JsonNode here = resolved(whole, at);
        if (names.isEmpty()) {
            return here;
        }
        JsonNode field = here.path("properties").get(names.getFirst());
        if (field != null) {
            return found(whole, field, names.subList(1, names.size()));
        }
        return here.has("properties") || !types(here).contains("object") ? null : here;
    }

    private static JsonNode resolved(JsonNode whole, JsonNode at) {
        String reference = at.path("$ref").asText("");
        return reference.startsWith("#/") ? resolved(whole, whole.at(reference.substring(1))) : at;
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>(List.of(schema.path("type").asText("")));
        schema.path("type").forEach(type -> types.add(type.asText()));
        return types;
    }

    private static JsonNode schema(SchemaFiles files, String name) {
        try {
            return JSON.readTree(files.read(name));
        } catch (IOException unreadable) {
            throw new StartRefused(
                    new Bilingual(
                            "Tệp " + files.whereIs(name) + " không phải JSON hợp lệ",
                            "the file " + files.whereIs(name) + " is not valid JSON"),
                    unreadable);
        }
    }
}
