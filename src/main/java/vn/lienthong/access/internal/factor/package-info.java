/** Second factors: codes by time and recovery codes (RFC 6238), judged once each on all nodes together. */
@NullMarked
package vn.lienthong.access.internal.factor;

import org.jspecify.annotations.NullMarked;
