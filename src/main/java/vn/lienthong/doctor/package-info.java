/** {@code java -jar lienthong.jar doctor}: looks at everything the gateway stands on, beside a running one. */
@NullMarked
package vn.lienthong.doctor;

import org.jspecify.annotations.NullMarked;
