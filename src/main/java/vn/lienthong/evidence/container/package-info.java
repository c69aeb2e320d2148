/** The containers that carry evidence out (ASiC-E with CAdES, ETSI EN 319 162-1): written, and read with mistrust. */
@NullMarked
package vn.lienthong.evidence.container;

import org.jspecify.annotations.NullMarked;
