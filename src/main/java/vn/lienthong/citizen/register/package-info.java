/** Registers as they are asked on the wire: SOAP by CXF, carried by the partner's line. */
@NullMarked
package vn.lienthong.citizen.register;

import org.jspecify.annotations.NullMarked;
