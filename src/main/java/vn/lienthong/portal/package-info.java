/**
 * Portals that speak the session pattern, the national one and those of ministries: what goes there, how the answer is read,
 * how they are asked. What one calls things stands in its contract.
 */
@NullMarked
package vn.lienthong.portal;

import org.jspecify.annotations.NullMarked;
