package vn.lienthong.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.SchemaFiles;

/** A JSON Schema of {@code schemas/json}, the contract itself, used to judge bodies. Thread safe. */
public final class BodySchema {
    private static final int MOST_ERRORS = 50;
    private final JsonSchema schema;

    /** Loads the schema of this file name. */
    public BodySchema(SchemaFiles files, String name) {
        SchemaValidatorsConfig settings =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(new String(files.read("json/" + name), StandardCharsets.UTF_8), InputFormat.JSON, settings);
        this.schema.initializeValidators();
    }

    /** Where and how a body breaks the contract; empty if it does not. */
    public List<FieldError> errors(JsonNode body) {
        Set<ValidationMessage> messages = schema.validate(body);
        return messages.stream().limit(MOST_ERRORS).map(BodySchema::error).toList();
    }

    private static FieldError error(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String keyword = message.getType();
        if ("required".equals(keyword)) {
            String missing = String.valueOf(message.getProperty());
            return new FieldError(
                    pointer + "/" + missing,
                    "FIELD-MISSING",
                    new Bilingual("Thiếu trường bắt buộc " + missing + ".", "The field " + missing + " is missing."));
        }
        return switch (keyword) {
            case "type" -> of(pointer, "FIELD-TYPE", "Giá trị sai kiểu.", "The value has a wrong type.");
            case "enum", "const" ->
                of(pointer, "FIELD-VALUE", "Giá trị không có trong danh sách cho phép.", "The value is not allowed.");
            case "pattern", "format" ->
                of(pointer, "FIELD-FORM", "Giá trị sai định dạng.", "The value does not have the right form.");
            case "maxLength", "maxItems", "maxProperties" ->
                of(pointer, "FIELD-TOO-LONG", "Giá trị quá dài.", "The value is too long.");
            case "minLength", "minItems" ->
                of(pointer, "FIELD-TOO-SHORT", "Giá trị quá ngắn.", "The value is too short.");
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                of(pointer, "FIELD-RANGE", "Số nằm ngoài khoảng cho phép.", "The number is out of range.");
            default ->
                of(
                        pointer,
                        "FIELD-INVALID",
                        "Giá trị không hợp lệ (" + keyword + ").",
                        "The value is invalid (" + keyword + ").");
        };
    }

    private static FieldError of(String pointer, String code, String vi, String en) {
        return new FieldError(pointer, code, new Bilingual(vi, en));
    }
}
