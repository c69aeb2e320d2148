package vn.lienthong.catalogue.calendar;

import java.time.LocalDate;

/**
 * A day on which work goes otherwise than its day of the week says.
 *
 * @param source the text that says so: the labour code, or the yearly notice
 */
public record SpecialDay(LocalDate date, Kind kind, String name, String source) {
    /** What goes otherwise. */
    public enum Kind {
        /** Nobody works. */
        HOLIDAY,
        /** A Saturday or Sunday that is worked in place of another day. */
        WORKED_INSTEAD
    }
}
