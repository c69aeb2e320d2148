package vn.lienthong.catalogue.calendar;

import java.time.Instant;

/**
 * When a term ends.
 *
 * @param certain whether the calendar's table settles every day of it; else a later notice may move it
 */
public record DueDate(Instant at, boolean certain) {}
