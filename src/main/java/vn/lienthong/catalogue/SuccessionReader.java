package vn.lienthong.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Succession.Heir;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.catalogue.Succession.Kind;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Reads the table of successions, one row for each that took over, or refuses the start with the line that is wrong. */
public final class SuccessionReader {
    static final String FILE = "catalogue/successors.csv";
    private static final int COLUMNS = 9;

    private SuccessionReader() {}

    /** The table of these files. */
    public static Successions load(SchemaFiles files) {
        Map<String, Succession> read = new LinkedHashMap<>();
        List<String> lines =
                new String(files.read(FILE), StandardCharsets.UTF_8).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Succession row = row(line);
                read.merge(row.kind() + ":" + row.from(), row, SuccessionReader::together);
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw refused(
                        files, "dòng/line " + number, new Bilingual("dòng không đúng mẫu", "" + wrong.getMessage()));
            }
        }
        try {
            return new Successions(read.values());
        } catch (InvalidEntry invalid) {
            throw refused(files, invalid.code(), invalid.finding());
        }
    }

    private static Succession row(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS);
        }
        Kind kind = Kind.valueOf(cells[0].strip());
        String basis = cells[8].strip();
        if (basis.isEmpty()) {
            throw new IllegalArgumentException("no legal basis");
        }
        return new Succession(
                kind,
                code(kind, cells[1]),
                How.valueOf(cells[3].strip()),
                LocalDate.parse(cells[4].strip()),
                day(cells[5].strip()),
                List.of(new Heir(code(kind, cells[2]), cells[6].strip(), cells[7].strip())),
                basis);
    }

    private static String code(Kind kind, String cell) {
        String code = cell.strip();
        String form = kind == Kind.WARD ? "[0-9]{5}" : "[A-Z0-9]+(\\.[A-Z0-9]+)*";
        if (code.length() > 35 || !code.matches(form)) {
            throw new IllegalArgumentException("a code has no form in use");
        }
        return code;
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    /** Rows of one code tell one end: the same day, the same way, the same text. */
    private static Succession together(Succession one, Succession more) {
        List<Heir> heirs = new ArrayList<>(one.heirs());
        heirs.addAll(more.heirs());
        Succession both = new Succession(
                one.kind(), one.from(), one.how(), one.holdsFrom(), one.writeUntil(), heirs, one.legalBasis());
        Succession other = new Succession(
                more.kind(), more.from(), more.how(), more.holdsFrom(), more.writeUntil(), heirs, more.legalBasis());
        if (!both.equals(other)) {
            throw new IllegalArgumentException("the rows of " + one.from() + " differ in day, way or legal basis");
        }
        return both;
    }

    private static StartRefused refused(SchemaFiles files, String place, Bilingual finding) {
        String where = files.whereIs(FILE) + ", " + place;
        return new StartRefused("Danh mục " + where + ": " + finding.vi(), "catalogue " + where + ": " + finding.en());
    }
}
