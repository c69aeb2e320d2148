package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an item must hold. Old software sends many national fields empty and is accepted, so by default only the few
 * without which an item means nothing are demanded; {@code "fields":"all"} demands every required one.
 */
final class ItemRules {
    private static final List<String> CORE = List.of("MaHoSo", "MaTTHC", "LoaiDoiTuong", "TrangThaiHoSo");
    private static final List<String> FILLED = List.of("TenTTHC", "DonViXuLy", "HinhThuc");
    private static final List<String> PRESENT = List.of(
            "MaLinhVuc",
            "TenLinhVuc",
            "KenhThucHien",
            "Email",
            "SoDienThoai",
            "TrichYeuHoSo",
            "NgayTiepNhan",
            "NgayHenTra",
            "NoiNopHoSo",
            "HoSoCoThanhPhanSoHoa",
            "TaiKhoanDuocXacThucVoiVNeID",
            "DuocThanhToanTrucTuyen");
    private static final Map<String, Set<String>> CODES = Map.of(
            "LoaiDoiTuong", Set.of("1", "2", "3", "4"),
            "KenhThucHien", Set.of("1", "2", "3"),
            "HinhThuc", Set.of("0", "1"),
            "NoiNopHoSo", Set.of("1", "2"),
            "HoSoCoThanhPhanSoHoa", Set.of("0", "1"),
            "TaiKhoanDuocXacThucVoiVNeID", Set.of("0", "1"),
            "DuocThanhToanTrucTuyen", Set.of("0", "1", "2", "3"));
    private static final List<String> LISTS = List.of(
            "DinhDanhCHS",
            "DSKetNoiCSDL",
            "TaiLieuNop",
            "DanhSachLePhi",
            "DanhSachTepDinhKemKhac",
            "DanhSachHoSoBoSung",
            "DanhSachGiayToKetQua");
    private static final List<String> STEP = List.of("MaHoSo", "NguoiXuLy", "ThoiDiemXuLy", "NoiDungXuLy", "TrangThai");
    private static final List<String> STATUSES = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    private static final Set<Integer> AFTER_RECEPTION = Set.of(2, 4, 5, 6, 9, 10);

    private ItemRules() {}

    static Verdict full(JsonNode item, boolean all) {
        int status = status(item, "TrangThaiHoSo");
        return Stream.of(
                        blank(item, CORE),
                        all ? blank(item, FILLED) : List.<Verdict>of(),
                        all ? absent(item, PRESENT) : List.<Verdict>of(),
                        all ? conditional(item, status) : List.<Verdict>of(),
                        status == 0 ? List.of(Verdict.invalid("TrangThaiHoSo")) : List.<Verdict>of(),
                        reception(item, status),
                        codes(item),
                        times(item, Mark.TIMES),
                        times(item, List.of("NgayHenTra")),
                        lists(item),
                        number(item))
                .flatMap(List::stream)
                .findFirst()
                .orElse(Verdict.SUCCESS);
    }

    static Verdict step(JsonNode item) {
        int status = status(item, "TrangThai");
        return Stream.of(
                        blank(item, STEP),
                        status == 0 ? List.of(Verdict.invalid("TrangThai")) : List.<Verdict>of(),
                        times(item, List.of("ThoiDiemXuLy", "NgayBatDau", "NgayKetThucTheoQuyDinh")),
                        number(item))
                .flatMap(List::stream)
                .findFirst()
                .orElse(Verdict.SUCCESS);
    }

    /** 1 to 10, or 0 for anything else. */
    static int status(JsonNode item, String name) {
        return STATUSES.indexOf(text(item, name)) + 1;
    }

    static String text(JsonNode item, String name) {
        JsonNode value = item.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    private static List<Verdict> blank(JsonNode item, List<String> names) {
        return names.stream()
                .filter(name -> text(item, name).isEmpty())
                .map(Verdict::missing)
                .toList();
    }

    private static List<Verdict> absent(JsonNode item, List<String> names) {
        return names.stream()
                .filter(name -> !item.has(name))
                .map(Verdict::missing)
                .toList();
    }

    private static List<Verdict> conditional(JsonNode item, int status) {
        return switch (status) {
            case 3 -> blank(item, List.of("NgayTuChoi"));
            case 9 -> blank(item, List.of("NgayKetThucXuLy"));
            case 10 -> blank(item, List.of("NgayTra"));
            default -> List.of();
        };
    }

    private static List<Verdict> reception(JsonNode item, int status) {
        boolean told = !text(item, "NgayTiepNhan").isEmpty()
                || !text(item, "NgayNopHoSo").isEmpty();
        return AFTER_RECEPTION.contains(status) && !told ? List.of(Verdict.missing("NgayTiepNhan")) : List.of();
    }

    private static List<Verdict> codes(JsonNode item) {
        return CODES.entrySet().stream()
                .filter(code -> item.has(code.getKey()))
                .filter(code ->
                        !text(item, code.getKey()).isEmpty() && !code.getValue().contains(text(item, code.getKey())))
                .map(code -> Verdict.invalid(code.getKey()))
                .sorted(Comparator.comparing(Verdict::message))
                .toList();
    }

    private static List<Verdict> times(JsonNode item, List<String> names) {
        return names.stream()
                .filter(name -> !text(item, name).isEmpty() && !Moment.valid(text(item, name)))
                .map(Verdict::invalid)
                .toList();
    }

    private static List<Verdict> lists(JsonNode item) {
        return LISTS.stream()
                .filter(name -> item.hasNonNull(name) && !item.path(name).isArray())
                .filter(name -> !item.path(name).asText("-").isEmpty())
                .map(Verdict::invalid)
                .toList();
    }

    private static List<Verdict> number(JsonNode item) {
        return text(item, "MaHoSo").length() > 100 ? List.of(Verdict.invalid("MaHoSo")) : List.of();
    }
}
