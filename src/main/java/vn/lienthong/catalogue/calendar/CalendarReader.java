package vn.lienthong.catalogue.calendar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Reads {@code catalogue/calendar.json}. */
final class CalendarReader {
    private static final String FILE = "catalogue/calendar.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private CalendarReader() {}

    private record Table(
            String source, LocalDate knownFrom, LocalDate knownTo, List<OfficeHours> hours, List<SpecialDay> days) {}

    static WorkingCalendar read(SchemaFiles files) {
        try {
            Table table = JSON.readValue(files.read(FILE), Table.class);
            return new WorkingCalendar(table.days(), table.hours(), table.knownFrom(), table.knownTo());
        } catch (IOException | IllegalStateException | IllegalArgumentException | NullPointerException wrong) {
            throw new StartRefused(
                    new Bilingual(
                            "Lịch làm việc " + files.whereIs(FILE) + " sai: " + wrong.getMessage(),
                            "the working calendar " + files.whereIs(FILE) + " is wrong: " + wrong.getMessage()),
                    wrong);
        }
    }
}
