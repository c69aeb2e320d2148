/** The once-only plan: which papers of a dossier need not be brought. */
@NullMarked
package vn.lienthong.citizen.plan;

import org.jspecify.annotations.NullMarked;
