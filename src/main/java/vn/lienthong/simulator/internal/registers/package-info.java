/** Twins of registers that speak JSON: companies by tax code, insured persons by number. */
@NullMarked
package vn.lienthong.simulator.internal.registers;

import org.jspecify.annotations.NullMarked;
