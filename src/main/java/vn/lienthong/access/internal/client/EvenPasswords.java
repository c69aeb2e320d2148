package vn.lienthong.access.internal.client;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares people's passwords so that a wrong one takes as long for a name that nobody has as for one that somebody has, and
 * however its secret is kept: whoever guesses learns no names by a watch.
 */
public final class EvenPasswords implements PasswordEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(EvenPasswords.class);

    private final SecretHasher hasher;
    private final @Nullable String slowest;

    /** Knows what all of these people's passwords are compared with. */
    public EvenPasswords(SecretHasher hasher, Collection<String> known) {
        this.hasher = hasher;
        this.slowest = known.stream()
                .filter(SecretHasher::isHashed)
                .max(Comparator.comparing(EvenPasswords::cost))
                .orElse(null);
    }

    @Override
    public String encode(CharSequence password) {
        return hasher.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String known) {
        if (hasher.matches(given, known)) {
            return true;
        }
        if (slowest != null && known != null && !SecretHasher.isHashed(known) && hasher.matchesSlowly(given, slowest)) {
            LOG.debug("Somebody else's password was tried");
        }
        return false;
    }

    /** The two digits of {@code {bcrypt}$2a$12$…}. */
    private static String cost(String hash) {
        String[] parts = hash.split("\\$", 4);
        return parts.length < 4 ? "" : parts[2];
    }
}
