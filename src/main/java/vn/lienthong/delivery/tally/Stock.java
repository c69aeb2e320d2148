package vn.lienthong.delivery.tally;

import java.time.Duration;

/**
 * What stood unfinished at its highest.
 *
 * @param waiting what goes on by itself
 * @param person what needs a person
 * @param oldest how long the oldest that goes on by itself had been waiting
 */
public record Stock(long waiting, long person, Duration oldest) {
    /** The highest of both. */
    public Stock highest(Stock other) {
        return new Stock(
                Math.max(waiting, other.waiting),
                Math.max(person, other.person),
                oldest.compareTo(other.oldest) > 0 ? oldest : other.oldest);
    }
}
