package vn.lienthong.access.internal.client;

import vn.lienthong.access.Caller;

/** A configured client or operator with what its secret is compared with. */
record Account(Caller caller, String encodedSecret) {}
