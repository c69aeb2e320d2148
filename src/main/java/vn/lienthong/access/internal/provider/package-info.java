/** People who sign in at the province's own provider (OpenID Connect Core 1.0). */
@NullMarked
package vn.lienthong.access.internal.provider;

import org.jspecify.annotations.NullMarked;
