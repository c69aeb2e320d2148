package vn.lienthong.access.internal.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.access.internal.limit.AddressKey;
import vn.lienthong.access.internal.limit.GrowingPause;
import vn.lienthong.kernel.GatewayClock;

/**
 * Slows down whoever guesses passwords: after five wrong ones for a user name from one address, that pair waits, longer
 * each time. A pair, not the user name alone, so that a stranger cannot keep a person out; the addresses of one IPv6
 * subscriber count as one. Each node counts for itself; the number of pairs is bounded, the longest unused go first.
 */
public final class SignInThrottle {
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
        int wrong = known == null ? 1 : known.wrong() + 1;
        tries.put(pair(user, address), new Tries(wrong, clock.now().plus(GrowingPause.after(wrong))));
    }

    /** Forgets the pair: it was the right person. */
    synchronized void right(String user, String address) {
        tries.remove(pair(user, address));
    }

    private static String pair(String user, String address) {
        return AddressKey.of(address) + " " + user.substring(0, Math.min(user.length(), 64));
    }
}
