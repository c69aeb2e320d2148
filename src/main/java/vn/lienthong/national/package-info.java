/**
 * The national portal's wire form: items, code lists, times; read and written in this one place, for the portal we call
 * and for the callers who speak it to us.
 */
@NullMarked
package vn.lienthong.national;

import org.jspecify.annotations.NullMarked;
