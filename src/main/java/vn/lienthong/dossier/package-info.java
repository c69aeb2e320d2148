/** The dossier record, its versions, status and clock; sole writer of dossier state. */
@NullMarked
package vn.lienthong.dossier;

import org.jspecify.annotations.NullMarked;
