/** How fast and how heavy the pages are above a large history. */
@NullMarked
package vn.lienthong.console.bench;

import org.jspecify.annotations.NullMarked;
