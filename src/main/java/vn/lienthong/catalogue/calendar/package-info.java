/** The working calendar: which days and hours count, and when a term ends. Pure: no clock, no database. */
@NullMarked
package vn.lienthong.catalogue.calendar;

import org.jspecify.annotations.NullMarked;
