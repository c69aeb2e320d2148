/** What waits for the systems of agencies and platforms: a feed with positions, acknowledgements, signed pushes. */
@NullMarked
package vn.lienthong.inbox;

import org.jspecify.annotations.NullMarked;
