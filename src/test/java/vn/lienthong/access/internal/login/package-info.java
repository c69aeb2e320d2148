/** Where a person goes after sign-in. */
@NullMarked
package vn.lienthong.access.internal.login;

import org.jspecify.annotations.NullMarked;
