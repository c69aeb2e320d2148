/** The data tracker: who looked at whose data, when, for which dossier and why. Rows are only ever added. */
@NullMarked
package vn.lienthong.citizen.tracker;

import org.jspecify.annotations.NullMarked;
