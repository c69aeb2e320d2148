package vn.lienthong.intake.compat;

import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/**
 * Every {@code error_code} this face answers with; the one table, also told in the OpenAPI contract. Only 0 and -3 are
 * public for the national portal. 3 and -3 mean "exists already" there and are never used here: what exists is updated.
 */
enum CompatCode {
    STORED("0", "Thành công: mọi phần tử đã được ghi bền", "Done: every item is durably stored"),
    UNREADABLE("-1", "Yêu cầu không đọc được", "The request cannot be read"),
    SESSION(
            "-2",
            "Phiên hoặc mã truy cập không còn hiệu lực, hãy đăng nhập lại",
            "Session or token over: sign in again"),
    MISSING("-6", "Thiếu giá trị bắt buộc", "A required value is missing"),
    INVALID("-7", "Giá trị không hợp lệ", "A value is not valid"),
    SERVICE("-8", "Không có dịch vụ này", "There is no such service"),
    SOME("-10", "Có phần tử không được ghi, xem result", "Some items are not stored, see result"),
    NOT_PERMITTED(
            "-11", "Không có quyền với đơn vị, hồ sơ hoặc dịch vụ này", "No right to this agency, dossier or service"),
    TOO_MUCH("-12", "Nội dung quá lớn hoặc quá nhiều phần tử", "The request is too large or holds too many items"),
    LATER("-13", "Tạm thời chưa ghi được, hãy gửi lại nguyên văn", "Not stored for now: send the same again"),
    LOGIN("-14", "Sai tên đăng nhập hoặc mật khẩu", "Wrong user name or password"),
    INTERNAL("-15", "Lỗi bên trong, hãy báo đơn vị vận hành", "Internal error: tell the operators");

    private final String code;
    private final String vi;
    private final String en;

    CompatCode(String code, String vi, String en) {
        this.code = code;
        this.vi = vi;
        this.en = en;
    }

    /** As it stands in the answer. */
    String code() {
        return code;
    }

    /** What it means, for the contract. */
    Bilingual meaning() {
        return new Bilingual(vi, en);
    }

    /** The code that tells a problem. */
    static CompatCode of(Problem problem) {
        return switch (problem.status()) {
            case 400 -> UNREADABLE;
            case 401 -> problem.code().equals("LOGIN-FAILED") ? LOGIN : SESSION;
            case 403, 404 -> NOT_PERMITTED;
            case 413 -> TOO_MUCH;
            case 429, 503 -> LATER;
            case 409, 422 ->
                switch (problem.code()) {
                    case "FIELD-MISSING", "NATIONAL-MISSING" -> MISSING;
                    case "SERVICE-UNKNOWN" -> SERVICE;
                    default -> INVALID;
                };
            default -> INTERNAL;
        };
    }
}
