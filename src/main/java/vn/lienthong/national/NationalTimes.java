package vn.lienthong.national;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times of the national form: fourteen digits {@code yyyyMMddHHmmss} of Vietnamese time. Seconds are the finest the form
 * knows. Years outside 1976 to 2999 are read as mistakes: before that the country had other offsets.
 */
public final class NationalTimes {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int FIRST_YEAR = 1976;
    private static final int LAST_YEAR = 2999;

    private NationalTimes() {}

    /** Reads a time; empty when the text has another form or names a time in no calendar. */
    public static Optional<OffsetDateTime> read(String text) {
        if (text.length() != 14 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    part(text, 0, 4),
                    part(text, 4, 6),
                    part(text, 6, 8),
                    part(text, 8, 10),
                    part(text, 10, 12),
                    part(text, 12, 14));
            return inRange(local) ? Optional.of(local.atOffset(VIETNAM)) : Optional.empty();
        } catch (DateTimeException inNoCalendar) {
            return Optional.empty();
        }
    }

    /** Writes a time; empty when its year lies outside what the form is used for. */
    public static Optional<String> write(OffsetDateTime time) {
        LocalDateTime local;
        try {
            local = time.withOffsetSameInstant(VIETNAM).toLocalDateTime();
        } catch (DateTimeException beyondCalendar) {
            return Optional.empty();
        }
        if (!inRange(local)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(14).append(local.getYear());
        pad(text, local.getMonthValue());
        pad(text, local.getDayOfMonth());
        pad(text, local.getHour());
        pad(text, local.getMinute());
        pad(text, local.getSecond());
        return Optional.of(text.toString());
    }

    private static boolean inRange(LocalDateTime local) {
        return local.getYear() >= FIRST_YEAR && local.getYear() <= LAST_YEAR;
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static void pad(StringBuilder text, int value) {
        text.append(value < 10 ? "0" : "").append(value);
    }
}
