package vn.lienthong.access.internal.edge;

import vn.lienthong.access.internal.token.AccessProblems;
import vn.lienthong.kernel.Problem;

/** The problem of a bare HTTP status, where the framework or the server refused before any room was asked. */
final class StatusProblems {
    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> AccessProblems.tokenMissing();
            case 403 -> AccessProblems.denied();
            case 404 -> Problem.of(404, "HTTP-NOT-FOUND", "Không có địa chỉ này.", "There is no such address.");
            case 405 ->
                Problem.of(
                        405,
                        "HTTP-METHOD",
                        "Địa chỉ này không hỗ trợ phương thức đã gọi.",
                        "This address does not support the method used.");
            case 406 ->
                Problem.of(
                        406,
                        "HTTP-NOT-ACCEPTABLE",
                        "Không trả lời được ở dạng yêu cầu trong tiêu đề Accept.",
                        "There is no answer in the form the Accept header asks for.");
            case 413 -> Problem.of(413, "HTTP-TOO-LARGE", "Nội dung gửi lên quá lớn.", "The request is too large.");
            case 415 ->
                Problem.of(
                        415,
                        "HTTP-CONTENT-TYPE",
                        "Kiểu nội dung (Content-Type) không được hỗ trợ.",
                        "This Content-Type is not supported.");
            case 429 -> Problem.of(429, "HTTP-TOO-MANY", "Quá nhiều yêu cầu: hãy gửi chậm lại.", "Too many requests.");
            case 503 ->
                Problem.of(
                        503,
                        "HTTP-UNAVAILABLE",
                        "Hệ thống tạm thời không phục vụ được: hãy thử lại sau.",
                        "Temporarily unavailable: try again later.");
            default -> status >= 400 && status < 500 ? unreadable(status) : internal();
        };
    }

    private static Problem unreadable(int status) {
        return Problem.of(status, "HTTP-BAD-REQUEST", "Không đọc được yêu cầu.", "The request cannot be read.");
    }

    private static Problem internal() {
        return Problem.of(
                500,
                "INTERNAL",
                "Lỗi bên trong hệ thống; hãy báo mã traceId cho đơn vị vận hành.",
                "Internal error; give the traceId to the operators.");
    }
}
