package vn.lienthong.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.document.ReceivedDocument;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.dossier.DossierContent.ReturnBy;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

/** Reads what is said about a result, by the contract. */
@Component
public class ResultReader {
    private final BodySchema schema;

    ResultReader(SchemaFiles files) {
        this.schema = new BodySchema(files, "result.schema.json");
    }

    /** The description, or a refusal that names every fault. */
    public JsonNode metadata(byte[] json) {
        JsonNode metadata = StrictJson.read(json);
        List<FieldError> errors = schema.errors(metadata);
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "RESULT-INVALID",
                    new Bilingual(
                            "Mô tả kết quả không hợp lệ ở " + errors.size() + " chỗ.",
                            "The description of the result is invalid in " + errors.size() + " places."),
                    errors));
        }
        return metadata;
    }

    /** Where the result is to go, in the caller's words. */
    public List<String> forwardTo(JsonNode metadata) {
        List<String> words = new ArrayList<>();
        metadata.path("forwardTo").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** The result as it is stored. */
    public AttachedResult result(JsonNode metadata, ReceivedDocument document) {
        String returnBy = text(metadata, "returnBy");
        return new AttachedResult(
                metadata.path("title").asText(),
                text(metadata, "resultCode"),
                text(metadata, "componentCode"),
                returnBy == null ? null : ReturnBy.valueOf(returnBy),
                signers(metadata.path("signedBy")),
                metadata.path("seal").asBoolean(false),
                metadata.path("visible").asBoolean(false),
                document.presentable() ? forwardTo(metadata) : List.of(),
                document.mediaType(),
                document.sha256(),
                document.size());
    }

    private static List<String> signers(JsonNode told) {
        List<String> names = new ArrayList<>();
        for (JsonNode signer : told.isArray() ? told : List.of(told)) {
            String name = signer.isObject() ? signer.path("name").asText("") : signer.asText("");
            if (!name.isBlank() && !signer.isNull()) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable String text(JsonNode metadata, String field) {
        JsonNode value = metadata.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
