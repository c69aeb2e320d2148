package vn.lienthong.national;

import java.util.Set;

/** The names of the national form's fields, for those who take single fields out of it. */
public final class NationalFields {
    /** Of an item of {@code DongBoHoSoMC}. */
    public static final Set<String> DOSSIER = NationalComparison.FORM;

    /** Of an item of {@code CapNhatTienDoHoSoMC}. */
    public static final Set<String> STEP = Set.of(
            "MaHoSo",
            "NguoiXuLy",
            "ChucDanh",
            "ThoiDiemXuLy",
            "PhongBanXuLy",
            "NoiDungXuLy",
            "TrangThai",
            "NgayBatDau",
            "NgayKetThucTheoQuyDinh");

    private NationalFields() {}
}
