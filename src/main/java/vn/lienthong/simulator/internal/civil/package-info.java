/** The civil-status platform's twin: registrations, their states in strict order, results. */
@NullMarked
package vn.lienthong.simulator.internal.civil;

import org.jspecify.annotations.NullMarked;
