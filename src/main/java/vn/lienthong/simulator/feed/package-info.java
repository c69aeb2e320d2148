/** Plays the one-stop systems once: sends the sample dossiers to the gateway over its own public calls. */
@NullMarked
package vn.lienthong.simulator.feed;

import org.jspecify.annotations.NullMarked;
