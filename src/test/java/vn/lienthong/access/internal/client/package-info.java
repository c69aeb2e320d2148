/** Accounts and secrets as the configuration gives them. */
@NullMarked
package vn.lienthong.access.internal.client;

import org.jspecify.annotations.NullMarked;
