/** Liên Thông, the integration gateway: where it starts. Every capability is a room in a package below this one. */
@NullMarked
package vn.lienthong;

import org.jspecify.annotations.NullMarked;
