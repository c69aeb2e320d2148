/** How fast callers may call, and how often they may be wrong about a secret. */
@NullMarked
package vn.lienthong.access.internal.limit;

import org.jspecify.annotations.NullMarked;
