/** The population register's twin: a made-up register of people behind its SOAP calls. */
@NullMarked
package vn.lienthong.simulator.internal.population;

import org.jspecify.annotations.NullMarked;
