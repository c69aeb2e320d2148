/** The National Public Service Portal: session, push, read back. */
@NullMarked
package vn.lienthong.portal;

import org.jspecify.annotations.NullMarked;
