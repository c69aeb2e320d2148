/** How the embedded PostgreSQL is unpacked, created, started, stopped and found again after a kill. */
@NullMarked
package vn.lienthong.platform.internal;

import org.jspecify.annotations.NullMarked;
