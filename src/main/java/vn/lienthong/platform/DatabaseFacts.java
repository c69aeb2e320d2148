package vn.lienthong.platform;

import java.time.Duration;
import java.util.Map;

/**
 * What a database says about itself.
 *
 * @param ahead how far our clock is before its own
 * @param doubt how wrong that may be: the question for the clock was under way for that long
 * @param version number such as 170004
 * @param copy whether it only follows another one
 * @param durable whether a commit is on the disk when it is answered
 * @param connections most it takes, without those kept for its owner
 * @param connected those it has now, of all programs
 * @param megabytes size of the gateway's database
 * @param migrations version and whether it succeeded; empty where the gateway never ran
 */
record DatabaseFacts(
        Duration ahead,
        Duration doubt,
        int version,
        boolean copy,
        boolean durable,
        int connections,
        int connected,
        long megabytes,
        Map<String, Boolean> migrations) {}
