/** Partners for tests, and tests of the lines to them. */
@NullMarked
package vn.lienthong.partner;

import org.jspecify.annotations.NullMarked;
