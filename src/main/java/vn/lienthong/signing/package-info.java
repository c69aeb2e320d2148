/** Signs, time-stamps and verifies; speaks in bytes and records, so that nobody else depends on a signing library. */
@NullMarked
package vn.lienthong.signing;

import org.jspecify.annotations.NullMarked;
