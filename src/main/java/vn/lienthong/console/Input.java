package vn.lienthong.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** What people typed or chose, judged before it is used. */
final class Input {
    static final int LONGEST = 1000;

    private Input() {}

    /** A condition of a list, null where it was left blank. */
    static @Nullable String condition(@Nullable String typed) {
        if (typed == null || typed.isBlank() || typed.length() > 200) {
            return null;
        }
        return QueryText.of(typed.strip());
    }

    /** One of the names of an enumeration; refuses with 400 another one, which would quietly widen a list to everything. */
    static <E extends Enum<E>> @Nullable E choice(Class<E> of, @Nullable String name) {
        String wanted = condition(name);
        if (wanted == null) {
            return null;
        }
        return Arrays.stream(of.getEnumConstants())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400,
                        "CONSOLE-FILTER",
                        "Bộ lọc không có giá trị " + wanted + ".",
                        "The filter has no value " + wanted + ".")));
    }

    /** A day of the calendar, null where none was chosen; refuses with 400 what is none. */
    static @Nullable LocalDate day(@Nullable String typed) {
        String wanted = condition(typed);
        try {
            return wanted == null ? null : LocalDate.parse(wanted);
        } catch (DateTimeParseException unread) {
            throw new ProblemException(
                    Problem.of(400, "CONSOLE-DAY", "Ngày phải có dạng 2026-11-20.", "A day is written as 2026-11-20."));
        }
    }

    /** Why something is done; refuses with 422 a blank or endless one. */
    static String reason(@Nullable String typed) {
        return words(
                typed,
                "CONSOLE-REASON",
                "Hãy ghi lý do (tối đa 1000 ký tự).",
                "Give the reason (at most 1000 characters).");
    }

    /** What shows that the partner holds it; refuses with 422 a blank or endless one. */
    static String evidence(@Nullable String typed) {
        return words(
                typed,
                "CONSOLE-EVIDENCE",
                "Hãy ghi bằng chứng: số văn bản, ảnh chụp, mã tra cứu (tối đa 1000 ký tự).",
                "Name the evidence: a letter, a screenshot, a reference (at most 1000 characters).");
    }

    private static String words(@Nullable String typed, String code, String vi, String en) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty() || words.length() > LONGEST || !words.matches("(?s)" + QueryText.STORABLE)) {
            throw new ProblemException(Problem.of(422, code, vi, en));
        }
        return words;
    }
}
