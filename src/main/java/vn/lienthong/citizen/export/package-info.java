/** What a person is told about who looked at their data, and what is held back for a time. */
@NullMarked
package vn.lienthong.citizen.export;

import org.jspecify.annotations.NullMarked;
