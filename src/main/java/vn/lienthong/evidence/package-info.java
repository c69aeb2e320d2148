/** What was received and sent, byte for byte, with digest and time. */
@NullMarked
package vn.lienthong.evidence;

import org.jspecify.annotations.NullMarked;
