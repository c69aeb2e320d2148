package vn.lienthong.catalogue.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.kernel.SchemaFiles;

/**
 * Holidays, days worked instead, and the hours of agencies, as a dated table: days are moved by a notice each year, so no
 * formula knows them. What lies outside of the table's days goes by the day of the week and is not sure.
 */
public final class WorkingCalendar {
    private final Map<LocalDate, SpecialDay> special;
    private final List<OfficeHours> hours;
    private final LocalDate knownFrom;
    private final LocalDate knownTo;

    /** Holds these; every day from {@code knownFrom} to {@code knownTo} is settled. */
    public WorkingCalendar(List<SpecialDay> special, List<OfficeHours> hours, LocalDate knownFrom, LocalDate knownTo) {
        this.special = special.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::date, Function.identity()));
        this.hours = hours.stream()
                .sorted(Comparator.comparingInt(OfficeHours::nearness).reversed())
                .toList();
        this.knownFrom = knownFrom;
        this.knownTo = knownTo;
    }

    /** Reads the table, or refuses the start with a line that names what is wrong. */
    public static WorkingCalendar read(SchemaFiles files) {
        return CalendarReader.read(files);
    }

    /** The working time of this agency. */
    public WorkingTime of(String agency) {
        return new WorkingTime(this, agency);
    }

    /** Whether every day up to this one is settled by the table. */
    public boolean knows(LocalDate day) {
        return !day.isBefore(knownFrom) && !day.isAfter(knownTo);
    }

    /** What is special about this day, if anything is. */
    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }

    /** The sessions of this agency on this day; none on a day that is not worked. */
    List<OfficeHours.Session> sessions(String agency, LocalDate day) {
        SpecialDay note = special.get(day);
        if (note != null && note.kind() == SpecialDay.Kind.HOLIDAY) {
            return List.of();
        }
        return hours.stream()
                .filter(entry -> entry.covers(agency) && entry.validOn(day))
                .findFirst()
                .filter(entry -> note != null || entry.days().contains(day.getDayOfWeek()))
                .map(OfficeHours::sessions)
                .orElse(List.of());
    }
}
