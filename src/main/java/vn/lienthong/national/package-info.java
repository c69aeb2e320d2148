/** The national portal's wire form, read and written in this one place. */
@NullMarked
package vn.lienthong.national;

import org.jspecify.annotations.NullMarked;
