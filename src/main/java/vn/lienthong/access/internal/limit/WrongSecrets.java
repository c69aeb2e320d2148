package vn.lienthong.access.internal.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.access.LimitProperties;
import vn.lienthong.access.WrongSecretLimits;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

/**
 * Slows down whoever guesses secrets. A try is taken before anything is compared and given back when it was right, so
 * that a thousand guesses at one time are not a thousand first guesses. A user name that was right from an address once
 * is not held back there for what others guess beside it.
 */
@Component
public final class WrongSecrets {
    private static final Logger log = LoggerFactory.getLogger(WrongSecrets.class);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_USER = 64;

    private final LongSupplier nanos;
    private final Refill ofPair;
    private final Refill ofAddress;
    private final Counter refused;
    private final RecentlyUsed<Bucket> pairs = new RecentlyUsed<>(REMEMBERED);
    private final RecentlyUsed<Bucket> addresses = new RecentlyUsed<>(REMEMBERED);
    private final RecentlyUsed<Boolean> right = new RecentlyUsed<>(REMEMBERED);
    private final RecentlyUsed<OncePerMinute> toSay = new RecentlyUsed<>(REMEMBERED);

    /** Counts by the monotonic clock. */
    public WrongSecrets(LimitProperties limits, GatewayClock clock, MeterRegistry registry) {
        WrongSecretLimits settings = limits.wrongSecrets();
        this.nanos = clock::monotonicNanos;
        this.ofPair = Refill.perMinute(settings.perMinute(), settings.burst());
        this.ofAddress = Refill.perMinute(settings.addressPerMinute(), settings.addressBurst());
        this.refused = Counter.builder("lienthong.access.wrong.secrets")
                .description("Sign-ins refused unread because too many before them were wrong")
                .register(registry);
    }

    /** Takes a try, or refuses with 429 and the time to wait. */
    public void begin(String user, String remote) {
        String address = AddressKey.of(remote);
        String pair = pair(user, address);
        Bucket own = pairs.get(pair, key -> ofPair.bucket(nanos));
        ConsumptionProbe probe = own.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(address, probe);
        }
        if (right.known(pair) == null) {
            probe = addresses.get(address, key -> ofAddress.bucket(nanos)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                own.addTokens(1);
                throw refusal(address, probe);
            }
        }
    }

    /** Gives the try back: the secret was right. */
    public void right(String user, String remote) {
        undecided(user, remote);
        right.get(pair(user, AddressKey.of(remote)), key -> true);
    }

    /** Gives the try back: the secret could not be judged. */
    public void undecided(String user, String remote) {
        String address = AddressKey.of(remote);
        String pair = pair(user, address);
        giveBack(pairs.known(pair));
        if (right.known(pair) == null) {
            giveBack(addresses.known(address));
        }
    }

    /** How many pairs are remembered. */
    int size() {
        return pairs.size();
    }

    private static void giveBack(@Nullable Bucket bucket) {
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private ProblemException refusal(String address, ConsumptionProbe probe) {
        refused.increment();
        if (toSay.get(address, key -> new OncePerMinute(nanos)).now()) {
            log.warn("Quá nhiều lần đăng nhập sai từ {} / too many failed sign-ins from {}", address, address);
        }
        return new ProblemException(
                LimitProblems.tooManyWrongSecrets(), Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
    }

    /** What a stranger calls itself is cut, and never logged. */
    private static String pair(String user, String address) {
        return address + " " + user.substring(0, Math.min(user.length(), LONGEST_USER));
    }
}
