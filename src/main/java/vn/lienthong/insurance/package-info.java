/** Social insurance: forwards signed results of linked procedures and takes the acknowledgements. */
@NullMarked
package vn.lienthong.insurance;

import org.jspecify.annotations.NullMarked;
