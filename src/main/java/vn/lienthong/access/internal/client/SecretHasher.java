package vn.lienthong.access.internal.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares secrets. Nothing made here is ever stored: {@link #encode} gives a keyed digest under a key that lives as
 * long as this process, so two hundred systems that ask for tokens all day cost microseconds and a memory image without
 * that key tells nothing. What does rest on disk may be a bcrypt hash; a secret that matched one once is remembered by
 * its keyed digest.
 */
public final class SecretHasher implements PasswordEncoder {
    private static final String BCRYPT = "{bcrypt}";
    private static final int REMEMBERED = 2048;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final Set<String> matched = ConcurrentHashMap.newKeySet();
    private final SecretKeySpec key;

    /** Draws the key of this process. */
    public SecretHasher() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public String encode(CharSequence secret) {
        return isHashed(secret) ? secret.toString() : digest(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String known) {
        if (given == null || known == null) {
            return false;
        }
        if (!isHashed(known)) {
            return MessageDigest.isEqual(bytes(digest(given.toString())), bytes(known));
        }
        String pair = digest(given + "\0" + known);
        if (matched.contains(pair)) {
            return true;
        }
        boolean right = bcrypt.matches(given, known.substring(BCRYPT.length()));
        if (right && matched.size() < REMEMBERED) {
            matched.add(pair);
        }
        return right;
    }

    /** Compares with this hash, and remembers nothing. */
    boolean matchesSlowly(@Nullable CharSequence given, String hash) {
        return given != null && bcrypt.matches(given, hash.substring(BCRYPT.length()));
    }

    static boolean isHashed(CharSequence secret) {
        return secret.toString().startsWith(BCRYPT);
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
