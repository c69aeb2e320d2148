package vn.lienthong.access;

import vn.lienthong.kernel.Bilingual;

/** What can be done by hand, with the lowest role that may do it. */
public enum Act {
    RETRY(OperatorRole.OPERATOR, "Gửi lại", "Retry"),
    BULK_RETRY(OperatorRole.OPERATOR, "Gửi lại hàng loạt", "Bulk retry"),
    PAUSE(OperatorRole.OPERATOR, "Tạm dừng", "Pause"),
    EXAMINE(OperatorRole.OPERATOR, "Kiểm tra hệ thống", "Examine the system"),
    PULL(OperatorRole.OPERATOR, "Lấy danh mục", "Pull the catalogue"),
    RESOLVE(OperatorRole.OPERATOR, "Giải quyết việc cần người xem", "Resolve work items"),
    FIND_PERSON(OperatorRole.OPERATOR, "Tìm hồ sơ theo người", "Find dossiers by person"),
    CANCEL(OperatorRole.LEAD, "Hủy", "Cancel"),
    MARK_DONE(OperatorRole.LEAD, "Đánh dấu đã xong", "Mark done"),
    EDIT_AND_RESEND(OperatorRole.LEAD, "Sửa và gửi lại", "Edit and resend"),
    SHARE_VIEW(OperatorRole.LEAD, "Lưu chế độ xem chung", "Share a saved view"),
    REVEAL(OperatorRole.LEAD, "Xem dữ liệu cá nhân", "Reveal personal data"),
    RESET_SECOND_FACTOR(OperatorRole.ADMIN, "Đặt lại đăng nhập hai bước", "Reset the second factor");

    private final OperatorRole lowest;
    private final String vi;
    private final String en;

    Act(OperatorRole lowest, String vi, String en) {
        this.lowest = lowest;
        this.vi = vi;
        this.en = en;
    }

    /** The lowest role that may do this. */
    public OperatorRole lowest() {
        return lowest;
    }

    /** The verb as a clerk reads it on the button. */
    public Bilingual title() {
        return new Bilingual(vi, en);
    }
}
