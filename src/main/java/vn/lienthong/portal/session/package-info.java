/** Calls to any partner that signs in with a session in the body and names a service: one session, one wire request. */
@NullMarked
package vn.lienthong.portal.session;

import org.jspecify.annotations.NullMarked;
