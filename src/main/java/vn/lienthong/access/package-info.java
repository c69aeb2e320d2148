/** OAuth2 clients, rights in the agency tree, operator roles, audit of acts. */
@NullMarked
package vn.lienthong.access;

import org.jspecify.annotations.NullMarked;
