/** Token keys under concurrency, rotation and absence of the database. */
@NullMarked
package vn.lienthong.access.internal.token;

import org.jspecify.annotations.NullMarked;
