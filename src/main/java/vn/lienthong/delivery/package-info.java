/** The durable queue: what must reach whom, in which order; attempts, retry policy, leases, parking. */
@NullMarked
package vn.lienthong.delivery;

import org.jspecify.annotations.NullMarked;
