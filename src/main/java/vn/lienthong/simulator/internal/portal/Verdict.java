package vn.lienthong.simulator.internal.portal;

/**
 * What the portal thinks of a call or of one item in it. Codes 0 and -3 are the national ones; the others are this
 * twin's own and stay as they are.
 *
 * @param code the {@code error_code}
 * @param message the {@code message}
 */
record Verdict(int code, String message) {
    static final Verdict SUCCESS = new Verdict(0, "Thực hiện thành công");
    static final Verdict SESSION_OVER = new Verdict(-2, "Phiên làm việc hết hạn");
    static final Verdict EXISTS = new Verdict(-3, "Hồ sơ đã tồn tại");
    static final Verdict NO_DOSSIER_TO_UPDATE = new Verdict(-4, "Hồ sơ chưa được đồng bộ, không cập nhật được");
    static final Verdict NO_DOSSIER_FOR_STEP = new Verdict(-5, "Không tìm thấy hồ sơ, không ghi nhận được tiến độ");
    static final Verdict UNKNOWN_SERVICE = new Verdict(-8, "Dịch vụ không được hỗ trợ");
    static final Verdict SOME_REFUSED = new Verdict(-10, "Có hồ sơ trong danh sách không được ghi nhận");

    static Verdict malformed(String why) {
        return new Verdict(-1, "Yêu cầu không hợp lệ: " + why);
    }

    static Verdict missing(String field) {
        return new Verdict(-6, "Thiếu trường bắt buộc: " + field);
    }

    static Verdict invalid(String field) {
        return new Verdict(-7, "Giá trị không hợp lệ: " + field);
    }

    boolean good() {
        return code == 0;
    }
}
