/** The catalogue pulled from the portal: procedures in full and agencies, whole or not at all. */
@NullMarked
package vn.lienthong.portal.catalogue;

import org.jspecify.annotations.NullMarked;
