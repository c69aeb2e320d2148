package vn.lienthong.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import vn.lienthong.kernel.Sha256;

/**
 * Random bytes that enter a message's digest. Without them nobody can try out what the message might have said; an item
 * has its nonce from its envelope's, so that the envelope can name the items' digests before the items are stored.
 */
public final class Nonce {
    /** How long a nonce is. */
    public static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    static byte[] random() {
        byte[] nonce = new byte[LENGTH];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    static byte[] ofItem(byte[] envelopeNonce, byte[] item) {
        return digest(envelopeNonce, Sha256.of(item));
    }

    /** The digest of a message: SHA-256 over its nonce and its bytes. */
    public static byte[] digest(byte[] nonce, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(nonce);
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
