/** Real processes are killed under load, and what the portal got is compared with what was accepted. */
@NullMarked
package vn.lienthong.crash;

import org.jspecify.annotations.NullMarked;
