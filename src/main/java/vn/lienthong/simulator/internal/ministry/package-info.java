/** The twin of a ministry's portal that speaks the session pattern under names which whoever tries it may set. */
@NullMarked
package vn.lienthong.simulator.internal.ministry;

import org.jspecify.annotations.NullMarked;
