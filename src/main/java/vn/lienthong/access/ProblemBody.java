package vn.lienthong.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/**
 * A problem as it goes over the wire (RFC 9457), in the caller's language. Batches put one into each refused item.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String traceId,
        List<Finding> errors) {
    /** One finding inside the request. */
    public record Finding(String pointer, String code, String message) {}

    /** The problem in the language this request asks for, with its trace id. */
    public static ProblemBody of(Problem problem, HttpServletRequest request) {
        return of(problem, RequestLanguage.of(request), Trace.id(request));
    }

    /** The problem in this language ({@code vi} or {@code en}). */
    public static ProblemBody of(Problem problem, String language, @Nullable String traceId) {
        return new ProblemBody(
                "urn:problem-type:lienthong:" + problem.code(),
                title(problem.status()).in(language),
                problem.status(),
                problem.text().in(language),
                problem.code(),
                traceId,
                problem.errors().stream()
                        .map(error -> new Finding(
                                error.pointer(), error.code(), error.text().in(language)))
                        .toList());
    }

    private static Bilingual title(int status) {
        return switch (status) {
            case 400 -> new Bilingual("Yêu cầu không đọc được", "The request cannot be read");
            case 401 -> new Bilingual("Chưa đăng nhập", "Not signed in");
            case 403 -> new Bilingual("Không có quyền", "Not allowed");
            case 404 -> new Bilingual("Không tìm thấy", "Not found");
            case 405 -> new Bilingual("Phương thức không được hỗ trợ", "Method not supported");
            case 406 -> new Bilingual("Không có dạng trả lời được yêu cầu", "No such form of the answer");
            case 409 -> new Bilingual("Xung đột với dữ liệu hiện có", "In conflict with what is stored");
            case 413 -> new Bilingual("Nội dung quá lớn", "Content too large");
            case 415 -> new Bilingual("Kiểu nội dung không được hỗ trợ", "Content type not supported");
            case 422 -> new Bilingual("Nội dung không hợp lệ", "The content is not valid");
            case 429 -> new Bilingual("Quá nhiều yêu cầu", "Too many requests");
            case 503 -> new Bilingual("Tạm thời không phục vụ được", "Temporarily unavailable");
            default ->
                status < 500
                        ? new Bilingual("Yêu cầu bị từ chối", "The request was refused")
                        : new Bilingual("Lỗi bên trong hệ thống", "Internal error");
        };
    }
}
