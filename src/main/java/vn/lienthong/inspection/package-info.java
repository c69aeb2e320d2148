/** A page where anybody has a document or a container of evidence verified. Nothing is kept of it. */
@NullMarked
package vn.lienthong.inspection;

import org.jspecify.annotations.NullMarked;
