package vn.lienthong.access.internal.edge;

import java.util.List;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/** What the constraints of a small body found, each with its place, as the large bodies' schemas tell it. */
final class BodyFindings {
    private BodyFindings() {}

    static Problem of(BindException invalid) {
        List<Problem.FieldError> errors =
                invalid.getFieldErrors().stream().map(BodyFindings::error).toList();
        return new Problem(
                422,
                "BODY-INVALID",
                new Bilingual(
                        "Nội dung không hợp lệ ở " + errors.size() + " chỗ.",
                        "The content is invalid in " + errors.size() + " places."),
                errors);
    }

    private static Problem.FieldError error(FieldError found) {
        String pointer = "/" + found.getField().replace('.', '/');
        String name = found.getField();
        return switch (String.valueOf(found.getCode())) {
            case "NotNull", "NotBlank", "NotEmpty" ->
                new Problem.FieldError(
                        pointer,
                        "FIELD-MISSING",
                        new Bilingual(
                                "Thiếu trường bắt buộc " + name + ".", "The field " + name + " is missing or empty."));
            case "Size" ->
                new Problem.FieldError(
                        pointer,
                        "FIELD-TOO-LONG",
                        new Bilingual("Giá trị quá dài hoặc quá ngắn.", "The value is too long or too short."));
            default ->
                new Problem.FieldError(
                        pointer, "FIELD-INVALID", new Bilingual("Giá trị không hợp lệ.", "The value is invalid."));
        };
    }
}
