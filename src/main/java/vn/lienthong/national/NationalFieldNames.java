package vn.lienthong.national;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;
import vn.lienthong.kernel.Bilingual;

/** What fields of the native form are called in the national one, for messages to callers who know only that. */
public final class NationalFieldNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("dossierNumber", "MaHoSo"),
            entry("competentAgency", "MaHoSo"),
            entry("intakeAgency", "madonvi"),
            entry("procedureCode", "MaTTHC"),
            entry("channel", "KenhThucHien"),
            entry("status", "TrangThaiHoSo"),
            entry("submittedAt", "NgayNopHoSo"),
            entry("acceptedAt", "NgayTiepNhan"),
            entry("appointmentAt", "NgayHenTra"),
            entry("processedAt", "NgayKetThucXuLy"),
            entry("returnedAt", "NgayTra"),
            entry("refusedAt", "NgayTuChoi"),
            entry("supplements", "DanhSachHoSoBoSung"),
            entry("requestedAt", "NgayBoSung"),
            entry("completedAt", "NgayTiepNhanBoSung"),
            entry("occurredAt", "ThoiDiemXuLy"),
            entry("startedAt", "NgayBatDau"),
            entry("dueAt", "NgayKetThucTheoQuyDinh"));
    /** Only names that are no ordinary words, so that a sentence keeps its own. */
    private static final Pattern IN_TEXT = Pattern.compile("\\b[a-z]+(?:At|Agency|Code)\\b");

    private NationalFieldNames() {}

    /** The national path of a native pointer: {@code /supplements/0/completedAt} as {@code DanhSachHoSoBoSung[0].…}. */
    public static String pathOf(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String part : pointer.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (Character.isDigit(part.charAt(0))) {
                path.append('[').append(part).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(NAMES.getOrDefault(part, part));
            }
        }
        return path.toString();
    }

    /** A text in which native names stand under their national ones. */
    public static Bilingual inText(Bilingual text) {
        return new Bilingual(renamed(text.vi()), renamed(text.en()));
    }

    private static String renamed(String text) {
        return IN_TEXT.matcher(text).replaceAll(name -> NAMES.getOrDefault(name.group(), name.group()));
    }
}
