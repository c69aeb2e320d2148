package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.simulator.internal.Json;

/** How the office tells of a registration. */
final class Telling {
    private Telling() {}

    static ObjectNode of(Entry entry) {
        ObjectNode item = Json.object()
                .put("maDonVi", entry.unit())
                .put("module", entry.module())
                .put("maHoSoLT", entry.linked())
                .put("maHoSoMCDT", entry.number())
                .put("trangThai", Integer.toString(entry.state()))
                .put("thoiGianThucHien", entry.since())
                .put("ghiChu", note(entry.state()));
        if (entry.state() == 4) {
            item.set("ketQuaXuLy", result(entry));
        }
        return item;
    }

    private static String note(int state) {
        return switch (state) {
            case 2 -> "Thiếu giấy chứng sinh";
            case 6 -> "Không thuộc thẩm quyền";
            default -> "";
        };
    }

    private static ObjectNode result(Entry entry) {
        ObjectNode result = Json.object()
                .put("soDangKy", Integer.toString(entry.serial()))
                .put("quyenSo", "01/2026")
                .put("trangSo", Integer.toString(entry.serial()))
                .put("ngayDangKy", entry.since().substring(0, 10));
        if (!entry.certificate().isEmpty()) {
            result.put(entry.module().equals("LTKS") ? "giayKhaiSinh" : "giayKhaiTu", entry.certificate());
            result.put("maGiayToKetQua", "KQ.HT." + entry.module());
        }
        return entry.module().equals("LTKS") ? result.put("soDinhDanh", entry.personalId()) : result;
    }
}
