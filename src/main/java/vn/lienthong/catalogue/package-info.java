/** Procedures, agencies, sectors and code lists, each valid from a day to a day, with a successor. */
@NullMarked
package vn.lienthong.catalogue;

import org.jspecify.annotations.NullMarked;
