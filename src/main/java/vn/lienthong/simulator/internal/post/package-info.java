/** The post's twin: orders, cancellations, the feed of events and the feed of attempts to hand over. */
@NullMarked
package vn.lienthong.simulator.internal.post;

import org.jspecify.annotations.NullMarked;
