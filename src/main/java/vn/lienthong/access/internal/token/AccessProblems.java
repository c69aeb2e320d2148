package vn.lienthong.access.internal.token;

import vn.lienthong.kernel.Problem;

/** The refusals of sign-in, each with its stable code. */
public final class AccessProblems {
    private AccessProblems() {}

    /** Nobody signed in. */
    public static Problem tokenMissing() {
        return Problem.of(
                401,
                "ACCESS-TOKEN-MISSING",
                "Thiếu mã truy cập: hãy lấy mã tại /oauth2/token và gửi trong tiêu đề Authorization: Bearer.",
                "No access token: get one at /oauth2/token and send it as Authorization: Bearer.");
    }

    /** It was valid once. */
    public static Problem tokenExpired() {
        return Problem.of(
                401,
                "ACCESS-TOKEN-EXPIRED",
                "Mã truy cập đã hết hạn: hãy lấy mã mới tại /oauth2/token.",
                "The access token has expired: get a new one at /oauth2/token.");
    }

    /** It is ours, but was given to whoever holds another certificate's key. */
    public static Problem tokenBound() {
        return Problem.of(
                401,
                "ACCESS-TOKEN-BOUND",
                "Mã truy cập gắn với một chứng thư khác: hãy gọi bằng đúng chứng thư đã dùng khi lấy mã.",
                "The access token is bound to another certificate: call with the one it was given for.");
    }

    /** It is not one of ours, was changed, or its client was withdrawn. */
    public static Problem tokenInvalid() {
        return Problem.of(401, "ACCESS-TOKEN-INVALID", "Mã truy cập không hợp lệ.", "The access token is not valid.");
    }

    /** Signed in, but this is closed. */
    public static Problem denied() {
        return Problem.of(
                403, "ACCESS-DENIED", "Không có quyền thực hiện việc này.", "This is not open to this caller.");
    }

    /** A browser's session without proof that the page itself asked. */
    public static Problem csrf() {
        return Problem.of(
                403,
                "ACCESS-CSRF",
                "Thiếu hoặc sai mã chống giả mạo (CSRF): hãy tải lại trang rồi thử lại.",
                "The CSRF token is missing or wrong: reload the page and try again.");
    }
}
