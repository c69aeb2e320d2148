package vn.lienthong.inbox.callback;

import vn.lienthong.kernel.Bilingual;

/** What a push came to. Whatever is not received is pushed again. */
enum PushOutcome {
    /** A status of 2xx came; what follows it does not count. */
    RECEIVED,
    /** Status 410: the receiver wants nothing any more. */
    GONE,
    /** Any other status. */
    ANSWERED,
    /** A redirect, which is not followed. */
    REDIRECTED,
    /** No connection. */
    UNREACHABLE,
    /** No whole head of an answer in time. */
    NO_ANSWER,
    /** What came is no HTTP, or the connection broke. */
    BROKEN,
    /** The host's address is one that we do not connect to. */
    FORBIDDEN,
    /** Time ran out on our side before anything left. */
    NOT_SENT;

    /** In words for the receiver's people. */
    Bilingual text() {
        return switch (this) {
            case RECEIVED -> new Bilingual("Đã nhận.", "Received.");
            case GONE ->
                new Bilingual("Máy nhận trả lời 410: không nhận nữa.", "The receiver answered 410: it wants no more.");
            case ANSWERED ->
                new Bilingual("Máy nhận trả lời khác 2xx.", "The receiver answered something other than 2xx.");
            case REDIRECTED ->
                new Bilingual(
                        "Máy nhận chuyển hướng; hệ thống không đi theo. Hãy đăng ký địa chỉ cuối cùng.",
                        "The receiver redirects, which is not followed. Register the final address.");
            case UNREACHABLE -> new Bilingual("Không kết nối được.", "No connection.");
            case NO_ANSWER -> new Bilingual("Không có trả lời trong thời hạn.", "No answer in time.");
            case BROKEN ->
                new Bilingual("Trả lời không đọc được hoặc bị cắt.", "The answer cannot be read or was cut.");
            case FORBIDDEN ->
                new Bilingual(
                        "Địa chỉ mạng của máy nhận không được phép.", "The receiver's network address is not allowed.");
            case NOT_SENT -> new Bilingual("Chưa gửi, sẽ gửi lại.", "Not sent, will be sent again.");
        };
    }
}
