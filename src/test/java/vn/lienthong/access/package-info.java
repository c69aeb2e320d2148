/** Callers, doors and failures as they look from outside, over real HTTP. */
@NullMarked
package vn.lienthong.access;

import org.jspecify.annotations.NullMarked;
