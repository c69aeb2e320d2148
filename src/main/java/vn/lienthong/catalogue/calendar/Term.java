package vn.lienthong.catalogue.calendar;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/**
 * How long something may take by law.
 *
 * @param nextDayAfter what comes in after this hour counts from the next working day; null where no such rule holds
 */
public record Term(int amount, Unit unit, @Nullable LocalTime nextDayAfter) {
    private static final ZoneId HERE = GatewayClock.ZONE;
    private static final int HOURS_OF_A_DAY = 8;

    /** What it is counted in. */
    public enum Unit {
        /** By the close of the day it begins on. */
        SAME_DAY,
        WORKING_HOUR,
        WORKING_DAY,
        /** Days of the calendar, rest days included; one that ends on a rest day ends on the next working day. */
        DAY,
        /** Months of the calendar, ending as days do. */
        MONTH
    }

    /** Refuses a term that is over before it begins. */
    public Term {
        if (amount < 1 && unit != Unit.SAME_DAY) {
            throw new IllegalArgumentException("A term of " + amount + " " + unit);
        }
    }

    /** Without a last hour. */
    public static Term of(int amount, Unit unit) {
        return new Term(amount, unit, null);
    }

    /** Working days as steps of a process are given: half a day is four working hours. */
    public static Term ofDays(String days) {
        BigDecimal exact = new BigDecimal(days);
        if (exact.stripTrailingZeros().scale() <= 0) {
            return of(exact.intValueExact(), Unit.WORKING_DAY);
        }
        return of(exact.multiply(BigDecimal.valueOf(HOURS_OF_A_DAY)).intValueExact(), Unit.WORKING_HOUR);
    }

    /** The same with this last hour. */
    public Term nextDayAfter(LocalTime hour) {
        return new Term(amount, unit, hour);
    }

    /** Its length in working hours, to compare steps with the whole; only of terms counted in working time. */
    public int workingHours() {
        return switch (unit) {
            case WORKING_HOUR -> amount;
            case WORKING_DAY -> amount * HOURS_OF_A_DAY;
            case SAME_DAY -> HOURS_OF_A_DAY;
            case DAY, MONTH -> throw new IllegalStateException(unit + " is not counted in working time");
        };
    }

    /** When it ends for what came in at this moment. */
    public DueDate due(Instant received, WorkingTime time) {
        Instant begin = time.begin(received, nextDayAfter);
        LocalDate first = begin.atZone(HERE).toLocalDate();
        Instant end = switch (unit) {
            case SAME_DAY -> time.close(first);
            case WORKING_HOUR -> time.plus(begin, Duration.ofHours(amount));
            case WORKING_DAY -> time.close(time.plusDays(first, amount));
            case DAY -> time.close(time.onOrAfter(first.plusDays(amount)));
            case MONTH -> time.close(time.onOrAfter(first.plusMonths(amount)));
        };
        return new DueDate(end, time.knows(begin) && time.knows(end));
    }
}
