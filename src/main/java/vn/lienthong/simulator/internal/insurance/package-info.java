/** The twin of social insurance: takes signed results by SOAP or JSON, checks every signature itself, and decides. */
@NullMarked
package vn.lienthong.simulator.internal.insurance;

import org.jspecify.annotations.NullMarked;
