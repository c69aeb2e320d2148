/** Orders for parcels with results: one for each wish, however often it is pressed. */
@NullMarked
package vn.lienthong.post.order;

import org.jspecify.annotations.NullMarked;
