/** Alarms on patterns of look-ups. */
@NullMarked
package vn.lienthong.citizen.alarm;

import org.jspecify.annotations.NullMarked;
