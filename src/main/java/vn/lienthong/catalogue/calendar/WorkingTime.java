package vn.lienthong.catalogue.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.calendar.OfficeHours.Session;
import vn.lienthong.kernel.GatewayClock;

/** Counts in the working hours and working days of one agency. */
public final class WorkingTime {
    /** A working day of the law, whatever hours an office keeps. */
    public static final Duration DAY = Duration.ofHours(8);

    private static final ZoneId HERE = GatewayClock.ZONE;
    /** No office is closed for so long; a calendar that says so is wrong. */
    private static final int LONGEST_REST = 60;

    private final WorkingCalendar calendar;
    private final String agency;

    WorkingTime(WorkingCalendar calendar, String agency) {
        this.calendar = calendar;
        this.agency = agency;
    }

    /** Whether this day is worked. */
    public boolean isWorked(LocalDate day) {
        return !sessions(day).isEmpty();
    }

    /** This day if it is worked, else the next that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        for (int rest = 0; rest <= LONGEST_REST; rest++) {
            if (isWorked(found)) {
                return found;
            }
            found = found.plusDays(1);
        }
        throw new IllegalArgumentException("Agency " + agency + " works on no day after " + day);
    }

    /** The working day that is so many after this day; the day itself does not count. */
    public LocalDate plusDays(LocalDate day, int days) {
        LocalDate found = day;
        for (int i = 0; i < days; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** When the office closes on this day, which must be worked. */
    public Instant close(LocalDate day) {
        return at(day, sessions(day).getLast().to());
    }

    /** The moment so much working time later; time outside of office hours does not count. */
    public Instant plus(Instant from, Duration time) {
        Duration left = time;
        LocalDate day = from.atZone(HERE).toLocalDate();
        while (true) {
            day = onOrAfter(day);
            for (Session session : sessions(day)) {
                Instant begin = later(at(day, session.from()), from);
                Duration here = positive(Duration.between(begin, at(day, session.to())));
                if (left.compareTo(here) <= 0 && here.isPositive()) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
            day = day.plusDays(1);
        }
    }

    /** How much working time lies between two moments; none when the second is not later. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(HERE).toLocalDate();
        for (LocalDate day = from.atZone(HERE).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Session session : sessions(day)) {
                Instant begin = later(at(day, session.from()), from);
                Instant end = at(day, session.to());
                sum = sum.plus(positive(Duration.between(begin, end.isBefore(to) ? end : to)));
            }
        }
        return sum;
    }

    /**
     * When counting begins for what came in at this moment: at once within office hours, else when the office next opens;
     * and on the next working day for what came in after {@code lastHour}, where the procedure has such a rule.
     */
    public Instant begin(Instant received, @Nullable LocalTime lastHour) {
        LocalDate day = received.atZone(HERE).toLocalDate();
        boolean late = lastHour != null
                && isWorked(day)
                && received.atZone(HERE).toLocalTime().isAfter(lastHour);
        return plus(late ? at(day.plusDays(1), LocalTime.MIN) : received, Duration.ZERO);
    }

    boolean knows(Instant moment) {
        return calendar.knows(moment.atZone(HERE).toLocalDate());
    }

    private List<Session> sessions(LocalDate day) {
        return calendar.sessions(agency, day);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(HERE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration positive(Duration length) {
        return length.isNegative() ? Duration.ZERO : length;
    }
}
