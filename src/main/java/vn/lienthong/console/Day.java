package vn.lienthong.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/** Days of the calendar as the beginnings and ends of lists; all of them in Vietnam. */
final class Day {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(GatewayClock.ZONE);

    private Day() {}

    /** When the day begins. */
    static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(GatewayClock.ZONE).toInstant();
    }

    /** When the next one begins. */
    static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : begin(day.plusDays(1));
    }

    /** As a bulk action names it. */
    static @Nullable String written(@Nullable Instant at) {
        return at == null
                ? null
                : at.atZone(GatewayClock.ZONE).toOffsetDateTime().toString();
    }

    /** A written time for people; as it is where it does not read. */
    static String shown(String written) {
        try {
            return SHOWN.format(OffsetDateTime.parse(written));
        } catch (DateTimeException unread) {
            return written;
        }
    }
}
