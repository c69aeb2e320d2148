/** Incidents: one for each cause, with a beginning, a count and an end; told to people by mail, webhook and text message. */
@NullMarked
package vn.lienthong.alert;

import org.jspecify.annotations.NullMarked;
