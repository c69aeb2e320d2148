/** How one call goes to the civil-status platform, what it calls things, and what its answers mean. */
@NullMarked
package vn.lienthong.civilstatus.wire;

import org.jspecify.annotations.NullMarked;
