/** The clients and their secrets, read from the configuration once. */
@NullMarked
package vn.lienthong.access.internal.client;

import org.jspecify.annotations.NullMarked;
