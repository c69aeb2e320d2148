package vn.lienthong.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts personal data before it rests in the database (AES-256-GCM, NIST SP 800-38D). Layout: one version byte, 12
 * random bytes, ciphertext with its 16-byte tag. {@code context} binds a value to its row: opened under another context
 * it fails, so that sealed values cannot be swapped between rows.
 */
public final class DataSeal {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int DERIVED = 32;
    private static final String MARK = "HmacSHA256";

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** Seals and opens with this 256-bit AES key. */
    public DataSeal(SecretKey key) {
        this.key = key;
    }

    /** Encrypts {@code plain} for the row named by {@code context}. */
    public byte[] seal(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            ByteBuffer sealed = ByteBuffer.allocate(1 + NONCE + cipher.getOutputSize(plain.length));
            sealed.put(VERSION).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM refused to seal", impossible);
        }
    }

    /** Opens what {@link #seal} made; fails when the key, the context or one bit differs. */
    public byte[] open(byte[] sealed, byte[] context) {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            throw new IllegalArgumentException("Not a sealed value of version " + VERSION);
        }
        byte[] nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("A sealed value does not open: other key, other row or changed", tampered);
        }
    }

    /**
     * 32 bytes for another use, the same ones for the same {@code purpose} (HKDF-SHA256, RFC 5869): whoever learns them
     * learns neither this key nor what is derived for another purpose.
     */
    public byte[] derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), DERIVED));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HKDF-SHA256", impossible);
        }
    }

    /**
     * A mark by which equal values are found again without opening anything: HMAC-SHA-256 under a key of its own for each
     * purpose. Whoever holds no key cannot try values out against it.
     */
    public byte[] mark(byte[] value, String purpose) {
        try {
            Mac mac = Mac.getInstance(MARK);
            mac.init(new SecretKeySpec(derive("mark: " + purpose), MARK));
            return mac.doFinal(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MARK, impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
