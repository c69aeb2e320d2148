package vn.lienthong.inbox.callback;

import vn.lienthong.kernel.Bilingual;

/** Why pushing to a receiver has ended. Registering again begins anew; what was not received waits in the feed. */
enum DisabledReason {
    /** It answered 410. */
    GONE,
    /** It failed for too long without a break. */
    EXHAUSTED;

    /** In words for the receiver's people. */
    Bilingual text() {
        return switch (this) {
            case GONE ->
                new Bilingual(
                        "Máy nhận đã trả lời 410 (không nhận nữa). Đăng ký lại khi muốn nhận tiếp.",
                        "The receiver answered 410 (gone). Register again to go on.");
            case EXHAUSTED ->
                new Bilingual(
                        "Gửi không được trong nhiều ngày liền. Sửa máy nhận rồi đăng ký lại; các mục vẫn còn trong hộp thư.",
                        "Nothing was received for days. Mend the receiver and register again; the items wait in the inbox.");
        };
    }
}
