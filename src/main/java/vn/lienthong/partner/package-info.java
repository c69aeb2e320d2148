/** Who we talk to: address, credential reference, limits, breaker. */
@NullMarked
package vn.lienthong.partner;

import org.jspecify.annotations.NullMarked;
