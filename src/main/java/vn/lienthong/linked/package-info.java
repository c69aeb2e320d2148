/** Linked procedures: one dossier whose legs other agencies carry out, each with its own clock, status and result. */
@NullMarked
package vn.lienthong.linked;

import org.jspecify.annotations.NullMarked;
