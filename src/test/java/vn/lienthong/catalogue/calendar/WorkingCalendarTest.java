package vn.lienthong.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.catalogue.calendar.Moments.CALENDAR;
import static vn.lienthong.catalogue.calendar.Moments.WARD;
import static vn.lienthong.catalogue.calendar.Moments.at;
import static vn.lienthong.catalogue.calendar.Moments.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.catalogue.calendar.OfficeHours.Session;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Which days and hours count. */
class WorkingCalendarTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-02",
                "2026-02-16",
                "2026-02-20",
                "2026-04-27",
                "2026-04-30",
                "2026-05-01",
                "2026-08-31",
                "2026-09-01",
                "2026-09-02",
                "2026-11-24",
                "2026-11-22"
            })
    void rests(String day) {
        assertThat(WARD.isWorked(LocalDate.parse(day))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-10", "2026-08-22", "2026-11-23", "2026-02-23"})
    void works_onSwappedSaturdaysToo(String day) {
        assertThat(WARD.isWorked(LocalDate.parse(day))).isTrue();
    }

    @Test
    void restsOnAMonday_whenTheHolidayFellOnASunday() {
        assertThat(CALENDAR.special(LocalDate.parse("2026-04-26"))).isPresent();
        assertThat(WARD.onOrAfter(LocalDate.parse("2026-04-25"))).isEqualTo("2026-04-28");
    }

    @Test
    void knowsHowFarItsTableReaches() {
        assertThat(CALENDAR.knows(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(CALENDAR.knows(LocalDate.parse("2027-01-01"))).isFalse();
        assertThat(Term.of(3, Term.Unit.WORKING_DAY).due(at("2026-12-30T09:00"), WARD))
                .isEqualTo(new DueDate(at("2027-01-05T17:00"), false));
    }

    @Test
    void followsTheHoursOfTheNearestAgency_andOfTheirTime() {
        OfficeHours all = hours(null, "08:00", "12:00", "2020-01-01", null, DayOfWeek.MONDAY);
        OfficeHours ward = hours("H15.24133", "07:30", "11:30", "2020-01-01", "2026-06-30", DayOfWeek.SATURDAY);
        OfficeHours province = hours("H15", "07:00", "11:00", "2020-01-01", null, DayOfWeek.MONDAY);
        WorkingCalendar calendar = new WorkingCalendar(
                List.of(), List.of(all, province, ward), LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
        LocalDate saturday = LocalDate.parse("2026-05-09");

        assertThat(calendar.of("H15.24133.1").isWorked(saturday)).isTrue();
        assertThat(calendar.of("H15.24134").isWorked(saturday)).isFalse();
        assertThat(calendar.of("H15.24133").isWorked(LocalDate.parse("2026-07-04")))
                .isFalse();
        assertThat(local(calendar.of("H15.02").plus(at("2026-05-11T06:00"), Duration.ofHours(1))))
                .isEqualTo("2026-05-11T08:00");
        assertThat(local(calendar.of("H150.2").plus(at("2026-05-11T06:00"), Duration.ofHours(1))))
                .isEqualTo("2026-05-11T09:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00,2,2026-11-20T11:00",
        "2026-11-20T11:30,1,2026-11-20T13:30",
        "2026-11-20T16:30,1,2026-11-23T08:30",
        "2026-11-20T20:00,8,2026-11-23T17:00",
        "2026-11-23T16:00,2,2026-11-25T09:00",
        "2026-11-20T12:15,0,2026-11-20T13:00",
        "2026-01-09T16:00,3,2026-01-10T10:00"
    })
    void countsHoursOfWorkOnly(String from, int hours, String to) {
        assertThat(local(WARD.plus(at(from), Duration.ofHours(hours)))).isEqualTo(to);
    }

    @Test
    void countsBackWhatLiesBetween() {
        assertThat(WARD.between(at("2026-11-20T16:00"), at("2026-11-23T09:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(WARD.between(at("2026-11-21T08:00"), at("2026-11-22T17:00"))).isZero();
        assertThat(WARD.between(at("2026-11-23T09:00"), at("2026-11-20T16:00"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "\"kind\": \"HOLIDAY\",\"kind\": \"FEAST\"",
        "\"to\": \"12:00\",\"to\": \"14:00\"",
        "2026-01-02,2026-01-01",
        "\"knownTo\",\"knownUntil\"",
        "2025-09-01,2025-09-31"
    })
    void stopsTheStart_onATableThatCannotBe(String right, String wrong) throws IOException {
        Path file = folder.resolve("catalogue/calendar.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                new String(SchemaFiles.packed().read("catalogue/calendar.json"), StandardCharsets.UTF_8)
                        .replace(right, wrong));

        assertThatThrownBy(() -> WorkingCalendar.read(SchemaFiles.in(folder))).isInstanceOf(StartRefused.class);
    }

    @Test
    void neverLooksForAWorkingDayWithoutEnd() {
        WorkingCalendar closed =
                new WorkingCalendar(List.of(), List.of(), LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));

        assertThatThrownBy(() -> closed.of("H15").plus(at("2026-11-20T09:00"), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OfficeHours hours(
            String agency, String from, String to, String since, String until, DayOfWeek... days) {
        return new OfficeHours(
                agency,
                EnumSet.copyOf(List.of(days)),
                List.of(new Session(LocalTime.parse(from), LocalTime.parse(to))),
                LocalDate.parse(since),
                until == null ? null : LocalDate.parse(until));
    }
}
