/** Dossiers that the post collected: manifests judged item by item, taken in at once, recorded on a sealed paper. */
@NullMarked
package vn.lienthong.post.handover;

import org.jspecify.annotations.NullMarked;
