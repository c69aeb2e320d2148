package vn.lienthong.citizen.register;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Which of today's communes took over one of the time with districts; several where it was split. Immutable. */
final class OldUnits {
    private static final String FILE = "catalogue/old-units.csv";
    private static final int COLUMNS = 4;

    private final Map<String, List<Today>> byOldCommune;

    private OldUnits(Map<String, List<Today>> byOldCommune) {
        this.byOldCommune = Map.copyOf(byOldCommune);
    }

    /** A commune of today. */
    record Today(String code, String name, String province) {}

    static OldUnits load(SchemaFiles files) {
        Map<String, List<Today>> read = new HashMap<>();
        new String(files.read(FILE), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] cells = line.split(";", -1);
                    if (cells.length != COLUMNS) {
                        throw new StartRefused(
                                "Tệp " + files.whereIs(FILE) + " cần 4 cột: " + line,
                                "the file " + files.whereIs(FILE) + " needs 4 columns: " + line);
                    }
                    Today today = new Today(cells[1].strip(), cells[2].strip(), cells[3].strip());
                    read.merge(
                            cells[0].strip(),
                            List.of(today),
                            (had, more) ->
                                    Stream.concat(had.stream(), more.stream()).toList());
                });
        return new OldUnits(read);
    }

    List<Today> today(String oldCommune) {
        return byOldCommune.getOrDefault(oldCommune, List.of());
    }
}
