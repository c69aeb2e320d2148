/** Attachments by their digest, results: checked, sealed, handed out by signed links. */
@NullMarked
package vn.lienthong.document;

import org.jspecify.annotations.NullMarked;
