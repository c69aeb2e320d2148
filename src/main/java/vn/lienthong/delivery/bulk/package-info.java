/** The same act on many deliveries at once: a frozen set, oldest first, at a bounded rate, stoppable, each with its result. */
@NullMarked
package vn.lienthong.delivery.bulk;

import org.jspecify.annotations.NullMarked;
