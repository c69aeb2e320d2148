/** Civil-status registration of linked dossiers: hands them over, reads their state and result back. */
@NullMarked
package vn.lienthong.civilstatus;

import org.jspecify.annotations.NullMarked;
