/** Whether and how fast a partner may be called now: pauses by hand, maintenance windows, wishes, pace. */
@NullMarked
package vn.lienthong.delivery.flow;

import org.jspecify.annotations.NullMarked;
