/** What agencies call for dossiers: check, deduplicate, store, answer. */
@NullMarked
package vn.lienthong.intake;

import org.jspecify.annotations.NullMarked;
