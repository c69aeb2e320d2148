/**
 * The face for software that speaks the national protocol today: it connects by changing one address. Two forms, direct
 * (session and service in the body) and the province's proxy; one meaning.
 */
@NullMarked
package vn.lienthong.intake.compat;

import org.jspecify.annotations.NullMarked;
