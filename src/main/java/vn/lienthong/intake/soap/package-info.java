/** What agencies call over SOAP: the same rules, codes and services as over REST, behind WS-Security. */
@NullMarked
package vn.lienthong.intake.soap;

import org.jspecify.annotations.NullMarked;
