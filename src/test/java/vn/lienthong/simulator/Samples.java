package vn.lienthong.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Made-up items in the national form. */
final class Samples {
    static final String NUMBER = "H99.14-260131-0001";

    private Samples() {}

    static ObjectNode dossier(String number) {
        return Caller.JSON
                .createObjectNode()
                .put("MaHoSo", number)
                .put("MaTTHC", "1.001193")
                .put("TenTTHC", "Đăng ký khai sinh")
                .put("MaLinhVuc", "G15-HT01")
                .put("TenLinhVuc", "Hộ tịch")
                .put("KenhThucHien", "1")
                .put("ChuHoSo", "Nguyễn Văn Mẫu")
                .put("LoaiDoiTuong", "1")
                .put("NgayTiepNhan", "20260131080500")
                .put("NgayHenTra", "20260205170000")
                .put("TrangThaiHoSo", "2")
                .put("HinhThuc", "0")
                .put("DonViXuLy", "Sở Mẫu");
    }

    static ObjectNode dossier() {
        return dossier(NUMBER);
    }

    static ObjectNode finished() {
        return dossier().put("TrangThaiHoSo", "9").put("NgayKetThucXuLy", "20260203100000");
    }

    static ObjectNode step(String at) {
        return Caller.JSON
                .createObjectNode()
                .put("MaHoSo", NUMBER)
                .put("NguoiXuLy", "Trần Thị Mẫu")
                .put("ThoiDiemXuLy", at)
                .put("NoiDungXuLy", "Thẩm định hồ sơ")
                .put("TrangThai", "4");
    }
}
