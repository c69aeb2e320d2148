package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does what the portal shows of a dossier hold what we sent? Values are compared as texts and an empty field equals an
 * absent one; fields that the portal adds of its own do not count.
 */
public final class NationalComparison {
    /** Without these an answer is too poor to tell one content from another. */
    private static final List<String> TELLING = List.of("MaTTHC", "ChuHoSo", "LoaiDoiTuong", "TrangThaiHoSo");

    static final Set<String> FORM = Set.of(
            "MaHoSo",
            "MaTTHC",
            "TenTTHC",
            "MaLinhVuc",
            "TenLinhVuc",
            "KenhThucHien",
            "SoBienNhan",
            "ChuHoSo",
            "SoGiayToChuHoSo",
            "LoaiDoiTuong",
            "MaDoiTuong",
            "ThongTinKhac",
            "Email",
            "SoDienThoai",
            "Fax",
            "TrichYeuHoSo",
            "NgayNopHoSo",
            "NgayTiepNhan",
            "NgayHenTra",
            "NgayKetThucXuLy",
            "NgayTra",
            "NgayTuChoi",
            "TrangThaiHoSo",
            "ThongTinTra",
            "HinhThuc",
            "DonViXuLy",
            "GhiChu",
            "NoiNopHoSo",
            "HoSoCoThanhPhanSoHoa",
            "TaiKhoanDuocXacThucVoiVNeID",
            "DuocThanhToanTrucTuyen",
            "DinhDanhCHS",
            "DSKetNoiCSDL",
            "TaiLieuNop",
            "DanhSachLePhi",
            "DanhSachTepDinhKemKhac",
            "DanhSachHoSoBoSung",
            "DanhSachGiayToKetQua");

    private NationalComparison() {}

    /** What a look at the partner's side tells. */
    public enum Verdict {
        /** It holds exactly this. */
        SHOWS_THIS,
        /** It holds something else. */
        SHOWS_ANOTHER,
        /** Too little is shown to say. */
        CANNOT_TELL
    }

    /** Whether the dossier shown is the item sent. */
    public static Verdict ofDossier(JsonNode shown, JsonNode sent) {
        boolean poor = TELLING.stream()
                .anyMatch(field -> Verbatim.blank(shown.get(field)) && !Verbatim.blank(sent.get(field)));
        if (poor) {
            return Verdict.CANNOT_TELL;
        }
        Set<String> fields = new HashSet<>(FORM);
        sent.fieldNames().forEachRemaining(fields::add);
        boolean same = fields.stream().allMatch(field -> same(shown.get(field), sent.get(field)));
        return same ? Verdict.SHOWS_THIS : Verdict.SHOWS_ANOTHER;
    }

    /** Whether the step sent stands among the steps shown under {@code stepsField}. */
    public static Verdict ofStep(JsonNode shown, JsonNode sent, String stepsField) {
        JsonNode steps = shown.path(stepsField);
        if (!steps.isArray()) {
            return Verdict.CANNOT_TELL;
        }
        for (JsonNode step : steps) {
            if (holds(step, sent)) {
                return Verdict.SHOWS_THIS;
            }
        }
        return Verdict.SHOWS_ANOTHER;
    }

    private static boolean holds(JsonNode shown, JsonNode sent) {
        return sent.properties().stream().allMatch(field -> same(shown.get(field.getKey()), field.getValue()));
    }

    /** Whether a value shown is the value sent; nothing shown is the same as nothing sent. */
    public static boolean same(@Nullable JsonNode shown, @Nullable JsonNode sent) {
        if (shown == null || sent == null || Verbatim.blank(sent) || Verbatim.blank(shown)) {
            return Verbatim.blank(sent) && Verbatim.blank(shown);
        }
        if (sent.isArray()) {
            if (!shown.isArray() || shown.size() != sent.size()) {
                return false;
            }
            for (int i = 0; i < sent.size(); i++) {
                if (!same(shown.get(i), sent.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return sent.isObject()
                ? shown.isObject() && holds(shown, sent)
                : shown.isValueNode() && shown.asText().equals(sent.asText());
    }
}
