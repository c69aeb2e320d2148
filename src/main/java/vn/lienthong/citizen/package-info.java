/** Look-ups in national registers: the reason first, then the question, and a row for every one. */
@NullMarked
package vn.lienthong.citizen;

import org.jspecify.annotations.NullMarked;
