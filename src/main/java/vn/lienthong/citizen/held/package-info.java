/** Answers held for a while, sealed, and equal questions that share one call. */
@NullMarked
package vn.lienthong.citizen.held;

import org.jspecify.annotations.NullMarked;
