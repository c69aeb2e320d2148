package vn.lienthong.intake.compat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.national.NationalFieldNames;
import vn.lienthong.national.NationalFinding;

/** Tells what is wrong with an item in one line, under the field names that its sender knows. */
final class ItemFaults {
    private static final int MOST_NAMED = 5;
    private static final int LONGEST = 500;

    private ItemFaults() {}

    /** What was read. Refuses an item whose findings left nothing to use. */
    static <T> T present(@Nullable T read, List<NationalFinding> findings) {
        if (read != null) {
            return read;
        }
        List<NationalFinding> errors =
                findings.stream().filter(NationalFinding::isError).toList();
        String code = errors.isEmpty() ? "DOSSIER-INVALID" : errors.getFirst().outsideCode();
        throw new ProblemException(Problem.of(
                422,
                code,
                line(errors.stream()
                        .map(error -> named(error.field(), error.text().vi()))
                        .toList()),
                line(errors.stream()
                        .map(error -> named(error.field(), error.text().en()))
                        .toList())));
    }

    /** Refuses an item that breaks the rules of all faces. */
    static void refuse(String code, List<FieldError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        List<Bilingual> lines = errors.stream()
                .map(error -> {
                    String path = NationalFieldNames.pathOf(error.pointer());
                    Bilingual text = NationalFieldNames.inText(error.text());
                    return new Bilingual(named(path, text.vi()), named(path, text.en()));
                })
                .toList();
        throw new ProblemException(Problem.of(
                422,
                errors.size() == 1 ? errors.getFirst().code() : code,
                line(lines.stream().map(Bilingual::vi).toList()),
                line(lines.stream().map(Bilingual::en).toList())));
    }

    private static String named(String field, String text) {
        return field.isEmpty() ? text : field + ": " + text;
    }

    private static String line(List<String> texts) {
        String line = texts.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
