/** Access tokens: the keys that sign them, their making and their reading. */
@NullMarked
package vn.lienthong.access.internal.token;

import org.jspecify.annotations.NullMarked;
