package vn.lienthong.catalogue.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import vn.lienthong.kernel.GatewayClock;

/** How a dossier stands to its term. What counts is the end of work, never the return of the result. */
public enum Standing {
    /** Done on a day before the last. */
    EARLY,
    /** Done on the last day, in time. */
    ON_TIME,
    /** Done too late. */
    LATE,
    /** Not done, with time left. */
    RUNNING,
    /** Not done, and the end is near. */
    DUE_SOON,
    /** Not done, and the end is past. */
    OVERDUE;

    static Standing ofDone(Instant done, Instant due) {
        if (done.isAfter(due)) {
            return LATE;
        }
        return day(done).isBefore(day(due)) ? EARLY : ON_TIME;
    }

    static Standing ofOpen(Instant now, Instant due, Duration soon) {
        if (now.isAfter(due)) {
            return OVERDUE;
        }
        return now.plus(soon).isAfter(due) ? DUE_SOON : RUNNING;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(GatewayClock.ZONE).toLocalDate();
    }
}
