package vn.lienthong.document;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands at the end of a link: a random number and a proof that we gave it (HMAC-SHA256, half of it). Nobody can make
 * one up, and one that was made up costs no look into the database.
 */
final class LinkToken {
    private static final int ID = 16;
    private static final int PROOF = 16;
    private static final int LENGTH = 43;

    private final SecretKeySpec key;

    LinkToken(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String of(UUID id) {
        byte[] number = bytes(id);
        byte[] token = Arrays.copyOf(number, ID + PROOF);
        System.arraycopy(proof(number), 0, token, ID, PROOF);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The number that a token of ours holds. */
    Optional<UUID> read(String token) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
        byte[] number = Arrays.copyOf(bytes, ID);
        byte[] shown = Arrays.copyOfRange(bytes, ID, ID + PROOF);
        ByteBuffer read = ByteBuffer.wrap(number);
        return MessageDigest.isEqual(shown, Arrays.copyOf(proof(number), PROOF))
                ? Optional.of(new UUID(read.getLong(), read.getLong()))
                : Optional.empty();
    }

    private byte[] proof(byte[] number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(number);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
