/** Pages as a browser gets them, over real HTTP against the whole gateway. */
@NullMarked
package vn.lienthong.console;

import org.jspecify.annotations.NullMarked;
