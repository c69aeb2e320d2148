package vn.lienthong.partner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a partner announced to be closed; nothing is sent to it then. Times are local (Asia/Ho_Chi_Minh).
 *
 * @param days days of the week on which it begins (default: every day)
 * @param firstDay first day on which it begins; none: always did
 * @param lastDay last day on which it begins; none: always will
 * @param from when it begins
 * @param until when it ends; not after {@code from}: on the next day
 */
public record MaintenanceWindow(
        @DefaultValue Set<DayOfWeek> days,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        LocalTime from,
        LocalTime until) {

    /** Whether the partner is closed at this time. */
    boolean covers(ZonedDateTime time) {
        LocalDate today = time.toLocalDate();
        return within(time, today) || within(time, today.minusDays(1));
    }

    private boolean within(ZonedDateTime time, LocalDate day) {
        if ((!days.isEmpty() && !days.contains(day.getDayOfWeek()))
                || (firstDay != null && day.isBefore(firstDay))
                || (lastDay != null && day.isAfter(lastDay))) {
            return false;
        }
        LocalDate end = until.isAfter(from) ? day : day.plusDays(1);
        return !time.isBefore(day.atTime(from).atZone(time.getZone()))
                && time.isBefore(end.atTime(until).atZone(time.getZone()));
    }
}
