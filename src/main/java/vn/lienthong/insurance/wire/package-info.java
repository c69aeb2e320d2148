/** How one message goes to social insurance and what its answer says: by SOAP or as JSON over the bus. */
@NullMarked
package vn.lienthong.insurance.wire;

import org.jspecify.annotations.NullMarked;
