package vn.lienthong.national;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.national.NationalFinding.Code;
import vn.lienthong.national.NationalFinding.Severity;

/** Collects what is found in one item, with its texts; a hostile item cannot make it grow without end. */
final class Findings {
    private static final int MOST = 100;

    private final List<NationalFinding> found = new ArrayList<>();
    private boolean failed;

    void missing(String field) {
        error(field, Code.MISSING, "Thiếu giá trị bắt buộc.", "A required value is missing.");
    }

    void missingInside(String field) {
        warning(field, Code.MISSING, "Thiếu giá trị nên có.", "A value that should be there is missing.");
    }

    void wrongType(String field, String vi, String en) {
        error(field, Code.WRONG_TYPE, "Sai kiểu dữ liệu: cần " + vi + ".", "Wrong type: " + en + " is needed.");
    }

    void notTime(String field) {
        error(
                field,
                Code.NOT_A_TIME,
                "Không phải thời điểm có thật dạng yyyyMMddHHmmss.",
                "Not an existing time of the form yyyyMMddHHmmss.");
    }

    void unusableCode(String field) {
        error(field, Code.UNKNOWN_CODE, "Mã không có trong danh mục.", "The code is not in the list.");
    }

    void unknownCode(String field) {
        warning(
                field,
                Code.UNKNOWN_CODE,
                "Giá trị không có trong danh mục; được giữ và chuyển nguyên văn.",
                "The value is not in the list; it is kept and passed on verbatim.");
    }

    void notNumber(String field) {
        error(field, Code.NOT_A_NUMBER, "Mã hồ sơ không đúng mẫu.", "The dossier number has none of the forms.");
    }

    void tooLong(String field, int length, int most, Severity severity) {
        add(
                field,
                Code.TOO_LONG,
                severity,
                "Dài " + length + " ký tự, cổng quốc gia chỉ nhận " + most + "; không tự cắt bớt.",
                length + " characters, the national portal takes " + most + "; nothing is cut.");
    }

    void brokenText(String field) {
        error(
                field,
                Code.BROKEN_TEXT,
                "Có ký tự không hợp lệ (NUL hoặc nửa cặp surrogate).",
                "Holds invalid characters (NUL or half a surrogate pair).");
    }

    void contradiction(String field, Severity severity) {
        add(
                field,
                Code.CONTRADICTION,
                severity,
                "Hai giá trị khác nhau cho cùng một thông tin.",
                "Two different values for one fact.");
    }

    boolean failed() {
        return failed;
    }

    List<NationalFinding> all() {
        return List.copyOf(found);
    }

    private void error(String field, Code code, String vi, String en) {
        add(field, code, Severity.ERROR, vi, en);
    }

    private void warning(String field, Code code, String vi, String en) {
        add(field, code, Severity.WARNING, vi, en);
    }

    private void add(String field, Code code, Severity severity, String vi, String en) {
        failed |= severity == Severity.ERROR;
        if (found.size() < MOST) {
            found.add(new NationalFinding(field, code, severity, new Bilingual(vi, en)));
        }
    }
}
