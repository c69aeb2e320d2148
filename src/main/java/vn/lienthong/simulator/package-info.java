/** Twins of the national platforms with fault knobs: what the gateway is tried against; shares no mapping with it. */
@NullMarked
package vn.lienthong.simulator;

import org.jspecify.annotations.NullMarked;
