/** What was confirmed and what stood waiting, hour by hour, counted beforehand for whoever draws it. */
@NullMarked
package vn.lienthong.delivery.tally;

import org.jspecify.annotations.NullMarked;
