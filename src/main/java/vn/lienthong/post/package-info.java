/** VNPost: hand-over of collected dossiers, result orders, tracking; with its own endpoints. */
@NullMarked
package vn.lienthong.post;

import org.jspecify.annotations.NullMarked;
