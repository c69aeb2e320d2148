/** A sample authority for rehearsals: it makes certificates, time-stamps and OCSP answers that no one may trust. */
@NullMarked
package vn.lienthong.simulator.authority;

import org.jspecify.annotations.NullMarked;
