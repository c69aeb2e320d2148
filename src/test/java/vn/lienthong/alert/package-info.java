@NullMarked
package vn.lienthong.alert;

import org.jspecify.annotations.NullMarked;
