/** What tests of every room share: a real database. */
@NullMarked
package vn.lienthong.testing;

import org.jspecify.annotations.NullMarked;
