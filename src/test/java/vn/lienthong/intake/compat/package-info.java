/** Tests of the face for the national protocol, most of them over real HTTP with a real database. */
package vn.lienthong.intake.compat;
