/** What the post tells when it is asked: its feeds, read once and without gaps. */
@NullMarked
package vn.lienthong.post.feed;

import org.jspecify.annotations.NullMarked;
