package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/** Items as a ward's software sends them; all people made up. */
public final class Items {
    private static final AtomicInteger LAST = new AtomicInteger();

    private Items() {}

    /** A number of this agency that no other test uses. */
    public static String number(String agency) {
        return "%s-251001-%05d".formatted(agency, LAST.incrementAndGet());
    }

    /** A birth registration that was just taken in. */
    public static ObjectNode dossier(String number) {
        ObjectNode item = CompatCaller.JSON
                .createObjectNode()
                .put("MaHoSo", number)
                .put("MaTTHC", "1.001193")
                .put("TenTTHC", "Đăng ký khai sinh")
                .put("MaLinhVuc", "G15-HT01")
                .put("TenLinhVuc", "Hộ tịch")
                .put("KenhThucHien", "1")
                .put("ChuHoSo", "Nguyễn Văn Mẫu")
                .put("LoaiDoiTuong", "1")
                .put("MaDoiTuong", "")
                .put("SoDienThoai", "0900000001")
                .put("Email", "")
                .put("TrichYeuHoSo", "Đăng ký khai sinh cho con")
                .put("NgayTiepNhan", "20251001082000")
                .put("NgayHenTra", "20251003170000")
                .put("TrangThaiHoSo", "2")
                .put("HinhThuc", "0")
                .put("DonViXuLy", "UBND phường Buôn Ma Thuột")
                .put("GhiChu", "Hẹn trả tại quầy số 3")
                .put("NoiNopHoSo", "2")
                .put("HoSoCoThanhPhanSoHoa", "0")
                .put("TaiKhoanDuocXacThucVoiVNeID", "0")
                .put("DuocThanhToanTrucTuyen", "0");
        item.putArray("DinhDanhCHS").addObject().put("LoaiDinhDanh", "1").put("SoDinhDanh", "066090000011");
        item.putArray("TaiLieuNop")
                .addObject()
                .put("TepDinhKemId", "f-1")
                .put("TenTepDinhKem", "Tờ khai.pdf")
                .put("IsDeleted", "False")
                .put("MaThanhPhanHoSo", "TP01")
                .put("DuongDanTaiTepTin", "https://mc.example.test/f/f-1");
        return item;
    }

    /** A step of processing. */
    public static ObjectNode step(String number, String at, String status, String note) {
        return CompatCaller.JSON
                .createObjectNode()
                .put("MaHoSo", number)
                .put("NguoiXuLy", "Trần Thị Mẫu")
                .put("ChucDanh", "Công chức tư pháp - hộ tịch")
                .put("ThoiDiemXuLy", at)
                .put("PhongBanXuLy", "Bộ phận một cửa")
                .put("NoiDungXuLy", note)
                .put("TrangThai", status);
    }
}
