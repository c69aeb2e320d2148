package vn.lienthong.access.internal.client;

import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;

/** A configured client or operator with what its secret is compared with; none where a certificate stands for it. */
record Account(Caller caller, @Nullable String encodedSecret) {}
