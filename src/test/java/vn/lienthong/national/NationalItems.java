package vn.lienthong.national;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** National items as different senders write them: texts, numbers and truth values, empty fields, fields of their own. */
final class NationalItems {
    private NationalItems() {}

    static Arbitrary<ObjectNode> all(ObjectMapper json) {
        return Combinators.combine(required(), optional(), HostileTexts.unknownFields("GhiChu", "ThongTinTra"))
                .as((must, may, unknown) -> {
                    Map<String, Object> item = new LinkedHashMap<>(unknown);
                    item.putAll(may);
                    item.putAll(must);
                    return json.valueToTree(item);
                });
    }

    private static Arbitrary<Map<String, Object>> required() {
        return Combinators.combine(
                        Arbitraries.of("1.001193", "1.001234.000.00.00.H99"),
                        HostileTexts.texts().filter(name -> !name.isBlank()),
                        Arbitraries.of("1", "2", "3", "4", 1, 2, 3, 4),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.of(true, false))
                .as((procedure, owner, type, status, asText) -> Map.of(
                        "MaHoSo", Contents.NUMBER,
                        "MaTTHC", procedure,
                        "ChuHoSo", owner,
                        "LoaiDoiTuong", type,
                        "TrangThaiHoSo", asText ? status.toString() : status));
    }

    private static Arbitrary<Map<String, Object>> optional() {
        List<Arbitrary<Tuple.Tuple2<String, Object>>> fields = List.of(
                field("KenhThucHien", Arbitraries.of("1", 2, "3", "")),
                field("SoGiayToChuHoSo", numbers()),
                field("NgayTiepNhan", Arbitraries.of("20260131080500", 20260131080500L, "")),
                field("NgayTra", Arbitraries.of("20240229235959", "")),
                field("HinhThuc", Arbitraries.of("0", 1, "7", "")),
                field("NoiNopHoSo", Arbitraries.of("1", 2, "3", "")),
                field("HoSoCoThanhPhanSoHoa", flags()),
                field("TaiKhoanDuocXacThucVoiVNeID", flags()),
                field("DuocThanhToanTrucTuyen", Arbitraries.of("0", 1, "2", "3", "9")),
                field("Email", HostileTexts.texts()),
                field("SoDienThoai", Arbitraries.of("0900000001", 900000001)),
                field("TenTTHC", HostileTexts.texts()),
                field("DonViXuLy", HostileTexts.texts()),
                field("DinhDanhCHS", identities()),
                field("DSKetNoiCSDL", databases()),
                field("TaiLieuNop", documents()),
                field("DanhSachLePhi", fees()),
                field("DanhSachTepDinhKemKhac", Arbitraries.just(List.of(Map.of("TenGiayTo", "a", "SoLuong", 2)))));
        return Arbitraries.subsetOf(fields.stream().toList())
                .flatMap(chosen -> Combinators.combine(List.copyOf(chosen)).as(pairs -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    pairs.forEach(pair -> item.put(pair.get1(), pair.get2()));
                    return item;
                }));
    }

    private static Arbitrary<Tuple.Tuple2<String, Object>> field(String name, Arbitrary<?> values) {
        return values.map(value -> Tuple.of(name, (Object) value));
    }

    private static Arbitrary<Object> numbers() {
        return Arbitraries.of("066090000011", 66090000011L, "240123456", "0100233488", "C1234567");
    }

    private static Arbitrary<Object> flags() {
        return Arbitraries.of("0", "1", 0, 1, true, false, "True", "", "x");
    }

    private static Arbitrary<Object> identities() {
        Arbitrary<Object> entries = Combinators.combine(
                        Arbitraries.of("1", 2, "9", ""), numbers(), HostileTexts.unknownFields())
                .as((kind, number, rest) -> {
                    Map<String, Object> entry = new LinkedHashMap<>(rest);
                    entry.put("LoaiDinhDanh", kind);
                    entry.put("SoDinhDanh", number);
                    return entry;
                });
        return entries.list().ofMaxSize(2).map(Object.class::cast);
    }

    private static Arbitrary<Object> databases() {
        return Arbitraries.of(Map.of("MaCSDL", "1"), Map.of("MaCSDL", 7), Map.of("MaCSDL", "1", "x", "y"), Map.of())
                .list()
                .ofMaxSize(3)
                .map(Object.class::cast);
    }

    private static Arbitrary<Object> documents() {
        return Combinators.combine(HostileTexts.texts(), flags(), flags(), Arbitraries.of("0", 1, "2", "5"), flags())
                .as((name, deleted, digitised, reused, store) -> Map.of(
                        "TepDinhKemId", 7,
                        "TenTepDinhKem", name,
                        "IsDeleted", deleted,
                        "DuocSoHoa", digitised,
                        "DuocTaiSuDung", reused,
                        "DuocLayTuKhoDMQG", store,
                        "MaKetQuaThayThe", "KQ1"))
                .list()
                .ofMaxSize(3)
                .map(Object.class::cast);
    }

    private static Arbitrary<Object> fees() {
        return Combinators.combine(
                        Arbitraries.of("0", 50000, "50.000", "-1", "007", 99999999999999999L, "", 1.5),
                        Arbitraries.of("1", 2, "8"))
                .as((amount, code) -> Map.of("TenPhiLePhi", "Lệ phí", "Gia", amount, "HinhThucThu", code))
                .list()
                .ofMaxSize(2)
                .map(Object.class::cast);
    }
}
