/** People at the console: accounts, sessions, the sign-in page. */
@NullMarked
package vn.lienthong.access.internal.login;

import org.jspecify.annotations.NullMarked;
