/** Pages for operators; asks each room through its API only, nothing imports it. */
@NullMarked
package vn.lienthong.console;

import org.jspecify.annotations.NullMarked;
