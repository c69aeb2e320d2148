/** The doors of the gateway: which request may pass which of them, and as whom. */
@NullMarked
package vn.lienthong.access.internal;

import org.jspecify.annotations.NullMarked;
