package vn.lienthong.intake.compat;

import vn.lienthong.kernel.Problem;

/** What this face refuses with. Texts name the fields as callers know them. */
final class CompatProblems {
    private CompatProblems() {}

    static Problem sessionOver() {
        return Problem.of(
                401,
                "SESSION-OVER",
                "Phiên làm việc không có hoặc đã hết hạn, hãy đăng nhập lại.",
                "There is no such session or it is over; sign in again.");
    }

    static Problem tokenMissing() {
        return Problem.of(
                401,
                "ACCESS-TOKEN-MISSING",
                "Thiếu mã truy cập Bearer trong tiêu đề Authorization.",
                "The header Authorization carries no Bearer token.");
    }

    static Problem loginFailed() {
        return Problem.of(401, "LOGIN-FAILED", "Sai tên đăng nhập hoặc mật khẩu.", "Wrong user name or password.");
    }

    static Problem empty() {
        return Problem.of(400, "JSON-EMPTY", "Thân yêu cầu trống.", "The request has no body.");
    }

    static Problem notUtf8() {
        return Problem.of(
                400, "TEXT-NOT-UTF8", "Thân yêu cầu không phải UTF-8 hợp lệ.", "The body is not valid UTF-8.");
    }

    static Problem broken(long line, long column) {
        return Problem.of(
                400,
                "JSON-BROKEN",
                "JSON sai cú pháp tại dòng " + line + ", cột " + column + ".",
                "The JSON is broken at line " + line + ", column " + column + ".");
    }

    static Problem tooDeep() {
        return Problem.of(
                400,
                "JSON-TOO-DEEP",
                "JSON lồng quá sâu hoặc có phần tử quá dài.",
                "The JSON nests too deep or holds an element that is too long.");
    }

    static Problem notAnObject() {
        return Problem.of(
                400, "JSON-NOT-OBJECT", "Thân yêu cầu phải là một đối tượng JSON.", "The body must be a JSON object.");
    }

    static Problem repeated(String field) {
        return Problem.of(
                400,
                "JSON-DUPLICATE-KEY",
                "Trường " + field + " xuất hiện hai lần.",
                "The field " + field + " stands there twice.");
    }

    static Problem missing(String field) {
        return Problem.of(422, "FIELD-MISSING", "Thiếu " + field + ".", field + " is missing.");
    }

    static Problem notOneValue(String field) {
        return Problem.of(422, "FIELD-TYPE", field + " phải là một giá trị đơn.", field + " must be a single value.");
    }

    static Problem notTrueOrFalse() {
        return Problem.of(
                422, "FIELD-VALUE", "isUpdating phải là True hoặc False.", "isUpdating must be True or False.");
    }

    static Problem notAList() {
        return Problem.of(422, "FIELD-TYPE", "data phải là một danh sách.", "data must be a list.");
    }

    static Problem itemNotAnObject() {
        return Problem.of(422, "FIELD-TYPE", "Phần tử phải là một đối tượng JSON.", "The item must be a JSON object.");
    }

    static Problem tooMany(int count, int most) {
        return Problem.of(
                413,
                "BATCH-TOO-LONG",
                "Danh sách có " + count + " phần tử; mỗi lần gọi nhận tối đa " + most + ".",
                "The list holds " + count + " items; one call takes at most " + most + ".");
    }

    static Problem itemTooLarge(long kilobytes) {
        return Problem.of(
                413,
                "REQUEST-TOO-LARGE",
                "Phần tử vượt quá " + kilobytes + " KB.",
                "The item is larger than " + kilobytes + " KB.");
    }

    static Problem serviceUnknown() {
        return Problem.of(422, "SERVICE-UNKNOWN", "Không có dịch vụ này.", "There is no such service.");
    }

    static Problem agencyNotYours() {
        return Problem.of(
                403,
                "ACCESS-AGENCY",
                "madonvi không phải đơn vị của tài khoản này hoặc đơn vị trực thuộc.",
                "madonvi is neither the agency of this account nor one below it.");
    }

    static Problem agencyUnknown() {
        return Problem.of(
                422,
                "AGENCY-UNKNOWN",
                "Không có madonvi này trong danh mục cơ quan.",
                "The catalogue has no agency of this madonvi.");
    }

    /** One text, whether the dossier is another agency's or was never there. */
    static Problem notPermitted() {
        return Problem.of(
                403,
                "DOSSIER-NOT-PERMITTED",
                "Đơn vị này không được gửi hồ sơ này.",
                "This agency may not send this dossier.");
    }

    static Problem busy() {
        return Problem.of(
                503,
                "GATEWAY-BUSY",
                "Hệ thống đang nhận quá nhiều yêu cầu, hãy gửi lại nguyên văn sau ít giây.",
                "Too much at a time; send the same request again in a few seconds.");
    }

    static Problem notYetStored() {
        return Problem.of(
                503,
                "GATEWAY-BUSY",
                "Chưa ghi xong, hãy gửi lại nguyên văn sau ít giây.",
                "Storing takes too long; send the same again in a few seconds.");
    }

    static Problem databaseAway() {
        return Problem.of(
                503,
                "DATABASE-UNREACHABLE",
                "Chưa ghi được dữ liệu, hãy gửi lại nguyên văn sau ít giây.",
                "The data could not be stored; send the same again in a few seconds.");
    }

    static Problem internal() {
        return Problem.of(
                500,
                "INTERNAL",
                "Lỗi bên trong hệ thống, hãy báo đơn vị vận hành.",
                "Internal error; tell the operators.");
    }
}
