/** Where parcels are, as the post tells it, and what that means for their dossiers. */
@NullMarked
package vn.lienthong.post.tracking;

import org.jspecify.annotations.NullMarked;
