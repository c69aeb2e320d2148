/** The twin of the national portal: sessions, dossiers, steps, look-ups, and what it can prove afterwards. */
@NullMarked
package vn.lienthong.simulator.internal.portal;

import org.jspecify.annotations.NullMarked;
