/** The native REST face for agencies' systems. */
@NullMarked
package vn.lienthong.intake.rest;

import org.jspecify.annotations.NullMarked;
