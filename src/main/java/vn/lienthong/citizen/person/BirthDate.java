package vn.lienthong.citizen.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When somebody was born: a day, or for some older people only a year. */
public record BirthDate(int year, @Nullable LocalDate day) {
    private static final int EARLIEST = 1870;

    /** Reads {@code yyyy-MM-dd} or {@code yyyy}; empty for anything else, for days in no calendar and for the future. */
    public static Optional<BirthDate> parse(@Nullable String text, LocalDate today) {
        if (text == null || !text.strip().matches("[0-9]{4}(-[0-9]{2}-[0-9]{2})?")) {
            return Optional.empty();
        }
        String plain = text.strip();
        int year = Integer.parseInt(plain.substring(0, 4));
        if (year < EARLIEST || year > today.getYear()) {
            return Optional.empty();
        }
        if (plain.length() == 4) {
            return Optional.of(new BirthDate(year, null));
        }
        try {
            LocalDate day = LocalDate.parse(plain);
            return day.isAfter(today) ? Optional.empty() : Optional.of(new BirthDate(year, day));
        } catch (DateTimeException inNoCalendar) {
            return Optional.empty();
        }
    }

    /** Whether both may be the same birth: where one side knows only the year, the years decide. */
    public boolean agreesWith(BirthDate other) {
        return (day == null || other.day == null) ? year == other.year : day.equals(other.day);
    }

    @Override
    public String toString() {
        return day == null ? Integer.toString(year) : day.toString();
    }
}
