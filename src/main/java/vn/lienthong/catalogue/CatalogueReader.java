package vn.lienthong.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Reads the catalogue's files, or refuses the start with one line that names the file and the entry. */
final class CatalogueReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final SchemaFiles files;

    CatalogueReader(SchemaFiles files) {
        this.files = files;
    }

    Procedures procedures() {
        return read("procedures", Procedure.class, Procedures::new);
    }

    Agencies agencies(Successions successions, Supplier<LocalDate> today) {
        return read("agencies", Agency.class, list -> new Agencies(list, successions, today));
    }

    private <T extends Dated, C> C read(String list, Class<T> type, Function<List<T>, C> collect) {
        String file = "catalogue/" + list + ".json";
        JsonNode root = tree(file);
        check(list, file, root);
        try {
            return collect.apply(entries(file, root.path(list), type));
        } catch (InvalidEntry invalid) {
            throw refused(file, invalid.code(), invalid.finding(), invalid);
        }
    }

    private JsonNode tree(String file) {
        try {
            return JSON.readTree(files.read(file));
        } catch (JsonProcessingException broken) {
            String place = "dòng/line " + broken.getLocation().getLineNr();
            throw refused(file, place, new Bilingual("không phải JSON hợp lệ", broken.getOriginalMessage()), broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory do not fail", impossible);
        }
    }

    private void check(String list, String file, JsonNode root) {
        String schema = new String(files.read("catalogue/" + list + ".schema.json"), StandardCharsets.UTF_8);
        Optional<ValidationMessage> first = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build())
                .validate(root)
                .stream()
                .findFirst();
        if (first.isPresent()) {
            ValidationMessage finding = first.get();
            String pointer = finding.getInstanceLocation().toString();
            throw refused(
                    file,
                    entryAt(root.path(list), pointer),
                    new Bilingual("nội dung không đúng mẫu tại \"" + pointer + "\"", finding.getMessage()),
                    null);
        }
    }

    private <T> List<T> entries(String file, JsonNode list, Class<T> type) {
        ObjectReader reader = JSON.readerFor(type);
        List<T> entries = new ArrayList<>();
        for (JsonNode node : list) {
            try {
                entries.add(reader.readValue(node));
            } catch (IOException unfit) {
                String entry = node.path("code").asText();
                String why =
                        unfit instanceof JsonProcessingException json ? json.getOriginalMessage() : unfit.toString();
                throw refused(file, entry, new Bilingual("giá trị không đọc được", why), unfit);
            }
        }
        return entries;
    }

    /** The code of the entry that a pointer such as {@code /agencies/3/name} leads into, else the pointer itself. */
    private static String entryAt(JsonNode list, String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length > 2 && steps[2].chars().allMatch(Character::isDigit)) {
            String code = list.path(Integer.parseInt(steps[2])).path("code").asText();
            return code.isEmpty() ? pointer : code;
        }
        return pointer;
    }

    private StartRefused refused(String file, String entry, Bilingual finding, @Nullable Throwable cause) {
        String place = files.whereIs(file) + (entry.isEmpty() ? "" : ", " + entry);
        return new StartRefused(
                new Bilingual("Danh mục " + place + ": " + finding.vi(), "catalogue " + place + ": " + finding.en()),
                cause);
    }
}
