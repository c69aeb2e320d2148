@NullMarked
package vn.lienthong.access.internal.provider;

import org.jspecify.annotations.NullMarked;
