/** What the process stands on: embedded database, data folder, start-up messages, tools of the jar. */
@NullMarked
package vn.lienthong.platform;

import org.jspecify.annotations.NullMarked;
