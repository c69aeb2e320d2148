/** The HTTP edge: trace ids, and one shape for everything that goes wrong. */
@NullMarked
package vn.lienthong.access.internal.edge;

import org.jspecify.annotations.NullMarked;
