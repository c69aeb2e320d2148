package vn.lienthong.simulator.internal.population;

import java.util.List;
import java.util.Map;

/**
 * A question as it was told.
 *
 * @param operation what is asked for
 * @param fields the simple fields by their names, in the order told
 * @param fault why it cannot be answered; empty when it can
 */
record Asked(String operation, Map<String, String> fields, String fault) {
    static final String LOOK_UP = "TraCuuThongTinCongDan";
    static final String VERIFY = "XacThucThongTinCongDan";

    private static final List<String> ORDER = List.of(
            "MaYeuCau",
            "MaDVC",
            "MaTichHop",
            "MaCanBo",
            "MaDonVi",
            "TaiKhoan",
            "SoDienThoai",
            "SoDinhDanh",
            "SoCMND",
            "HoVaTen",
            "NgayThangNamSinh");

    static Asked unreadable(String fault) {
        return new Asked("", Map.of(), fault);
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The first thing wrong with it, in the register's words; empty when nothing is. */
    String findings() {
        if (!fault.isEmpty()) {
            return fault;
        }
        for (String needed : List.of("MaYeuCau", "MaDVC", "MaCanBo", "HoVaTen")) {
            if (get(needed).isEmpty()) {
                return "Thiếu trường " + needed;
            }
        }
        String code = operation.equals(LOOK_UP) ? "037" : operation.equals(VERIFY) ? "003" : "";
        if (code.isEmpty()) {
            return "Dịch vụ không tồn tại";
        }
        if (!get("MaTichHop").equals(code)) {
            return "Mã tích hợp không đúng với dịch vụ";
        }
        if (!get("SoDinhDanh").matches("\\d{12}") && !get("SoCMND").matches("\\d{9}")) {
            return "Phải có SoDinhDanh 12 số hoặc SoCMND 9 số";
        }
        if (!get("HoVaTen").matches("[A-Z']+")) {
            return "HoVaTen phải viết hoa, không dấu, không khoảng trắng";
        }
        if (!get("NgayThangNam").matches("\\d{8}") && !get("Nam").matches("\\d{4}")) {
            return "Ngày sinh phải là yyyyMMdd hoặc năm yyyy";
        }
        return inOrder() ? "" : "Các trường không đúng thứ tự";
    }

    private boolean inOrder() {
        int last = -1;
        for (String name : fields.keySet()) {
            int place = ORDER.indexOf(name);
            if (place >= 0 && place < last) {
                return false;
            }
            last = Math.max(last, place);
        }
        return true;
    }
}
