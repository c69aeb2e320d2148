/** Route files: found in the jar and in the routes folder, loaded, and loaded again when edited. */
@NullMarked
package vn.lienthong.platform.routes;

import org.jspecify.annotations.NullMarked;
