package vn.lienthong.access.internal.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.kernel.GatewayClock;

/**
 * Slows down whoever guesses passwords: after five wrong ones for a user name from one address, that pair waits, longer
 * each time. A pair, not the user name alone, so that a stranger cannot keep a person out. Each node counts for itself;
 * the number of pairs is bounded, the longest unused go first.
 */
public final class SignInThrottle {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int PAIRS = 10_000;

    private record Tries(int wrong, Instant openFrom) {}

    private final GatewayClock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > PAIRS;
        }
    };

    /** Waits by this clock. */
    public SignInThrottle(GatewayClock clock) {
        this.clock = clock;
    }

    /** True if this pair may try now. */
    synchronized boolean isOpen(String user, String address) {
        Tries known = tries.get(pair(user, address));
        return known == null || !known.openFrom().isAfter(clock.now());
    }

    /** Notes a wrong password. */
    synchronized void wrong(String user, String address) {
        Tries known = tries.get(pair(user, address));
        int wrong = known == null ? 1 : Math.min(known.wrong() + 1, FREE + 10);
        tries.put(pair(user, address), new Tries(wrong, clock.now().plus(pause(wrong))));
    }

    /** Forgets the pair: it was the right person. */
    synchronized void right(String user, String address) {
        tries.remove(pair(user, address));
    }

    private static Duration pause(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << (wrong - FREE));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String pair(String user, String address) {
        return address + " " + user.substring(0, Math.min(user.length(), 64));
    }
}
