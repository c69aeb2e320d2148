/** Questions that a register did not answer, asked again while nobody waits. */
@NullMarked
package vn.lienthong.citizen.later;

import org.jspecify.annotations.NullMarked;
