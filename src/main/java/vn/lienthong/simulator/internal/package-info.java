/** How the twins listen, break and remember; the same for every platform. */
@NullMarked
package vn.lienthong.simulator.internal;

import org.jspecify.annotations.NullMarked;
