/** How signatures are made and judged with EU DSS and Bouncy Castle. */
@NullMarked
package vn.lienthong.signing.internal;

import org.jspecify.annotations.NullMarked;
