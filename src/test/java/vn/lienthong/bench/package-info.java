/** Measurements of the real processes; run one at a time by {@code mvn verify -Donly=AcceptBench}. */
@NullMarked
package vn.lienthong.bench;

import org.jspecify.annotations.NullMarked;
