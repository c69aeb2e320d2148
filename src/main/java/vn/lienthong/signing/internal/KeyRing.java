package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/**
 * The keys of the settings. A place that changed is read again at its next use, so that a new key needs no restart; the key
 * before it goes on signing while the new one cannot be read, is too weak, or is not valid yet.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final long AGAIN_NANOS = 5_000_000_000L;
    private static final long LOOK_NANOS = 300_000_000_000L;

    private final Map<String, SigningProperties.Key> settings;
    private final GatewayClock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /**
     * @param keys those of the newest reading that succeeded
     * @param before the one that was in force until then
     * @param trouble why the place as it is now cannot be read
     */
    private record Held(
            String state,
            long readNanos,
            List<SigningKey> keys,
            List<SigningKey> before,
            @Nullable String trouble) {}

    KeyRing(Map<String, SigningProperties.Key> settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SigningKey key(String id) {
        SigningProperties.Key wanted = settings.get(id);
        if (wanted == null) {
            throw refusal(id, "không có trong lienthong.signing.keys", "is not in lienthong.signing.keys");
        }
        String state = state(wanted);
        Held known = held.get(id);
        Held now = known != null && settled(known, state)
                ? known
                : Objects.requireNonNull(held.compute(id, (same, last) -> current(id, wanted, state, last)));
        SigningKey key = inForce(now).orElseGet(() -> KeyFile.choose(now.keys(), clock.now()));
        if (!key.validAt(clock.now())) {
            throw refusal(id, KeyTexts.outsideItsTime(key.certificate(), wanted.place()));
        }
        key.lacking().ifPresent(weak -> {
            throw refusal(id, weak);
        });
        return key;
    }

    /** The token that holds this key failed: the next use signs in anew. */
    void lost(String id, SigningKey key) {
        SigningProperties.Key wanted = settings.get(id);
        if (wanted == null) {
            return;
        }
        SigningProperties.Token token = wanted.token();
        if (token != null) {
            LOG.warn("Mất kết nối HSM, đăng nhập lại / the token was lost, signing in anew: {}", wanted.place());
            Hsm.of(token).lost(key.provider());
        }
    }

    /** A token does not tell that a key was added: it is looked through again now and then. */
    private String state(SigningProperties.Key wanted) {
        String state = Places.state(wanted);
        return wanted.token() == null ? state : state + " " + clock.monotonicNanos() / LOOK_NANOS;
    }

    private boolean settled(Held known, String state) {
        return known.state().equals(state)
                && (known.trouble() == null || clock.monotonicNanos() - known.readNanos() < AGAIN_NANOS);
    }

    private Held current(String id, SigningProperties.Key wanted, String state, @Nullable Held known) {
        if (known != null && settled(known, state)) {
            return known; // another thread was quicker
        }
        List<SigningKey> before = inForce(known).stream().toList();
        try {
            List<SigningKey> keys = KeyFile.all(wanted);
            if (known != null && wanted.token() == null) {
                LOG.info("Đã đọc lại khóa ký / signing key read again: {} ({})", id, wanted.place());
            }
            return new Held(state, clock.monotonicNanos(), keys, before, null);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            String reason = wanted.place() + ": " + unreadable.getMessage();
            if (before.isEmpty() || wanted.token() != null) {
                throw refusal(id, "không đọc được " + reason, "cannot be read from " + reason);
            }
            if (known == null || !reason.equals(known.trouble())) {
                LOG.warn(
                        "Khóa ký “{}” mới không đọc được ({}); vẫn ký bằng khóa cũ. Kiểm tra tệp và mật khẩu. / the new"
                                + " signing key '{}' cannot be read ({}); the old one goes on signing.",
                        id,
                        reason,
                        id,
                        reason);
            }
            return new Held(state, clock.monotonicNanos(), before, List.of(), reason);
        }
    }

    private Optional<SigningKey> inForce(@Nullable Held known) {
        if (known == null) {
            return Optional.empty();
        }
        return Stream.of(known.keys(), known.before())
                .filter(keys -> !keys.isEmpty())
                .map(keys -> KeyFile.choose(keys, clock.now()))
                .filter(key -> key.validAt(clock.now()) && key.lacking().isEmpty())
                .findFirst();
    }

    private static Refusal refusal(String id, Bilingual why) {
        return refusal(id, why.vi(), why.en());
    }

    private static Refusal refusal(String id, String vi, String en) {
        return new Refusal(
                Refusal.Kind.KEY, "Khóa ký “" + id + "”: " + vi + ".", "Signing key '" + id + "': " + en + ".");
    }
}
