/** Papers for people: text and tables on pages, in Vietnamese, as PDF. */
@NullMarked
package vn.lienthong.post.paper;

import org.jspecify.annotations.NullMarked;
