/** What waits for a person: who owns it, why, what to do, how it was resolved. */
@NullMarked
package vn.lienthong.workitem;

import org.jspecify.annotations.NullMarked;
