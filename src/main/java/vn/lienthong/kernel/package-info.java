/** Ids, clock, problem, masking, page: a dozen small types that every room may use. */
@NullMarked
package vn.lienthong.kernel;

import org.jspecify.annotations.NullMarked;
