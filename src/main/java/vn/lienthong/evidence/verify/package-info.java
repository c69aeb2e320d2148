/** Checks evidence without database and network: {@code java -jar lienthong.jar verify}. */
@NullMarked
package vn.lienthong.evidence.verify;

import org.jspecify.annotations.NullMarked;
