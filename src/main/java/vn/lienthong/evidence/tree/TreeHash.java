package vn.lienthong.evidence.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hashes of RFC 6962, kept apart by their first byte, so that a node can never pass for a leaf. */
public final class TreeHash {
    /** How long a hash is. */
    public static final int LENGTH = 32;

    private TreeHash() {}

    /** The hash of a leaf with these bytes. */
    public static byte[] leaf(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(bytes);
    }

    /** The hash of the node above these two. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the tree without a leaf. */
    public static byte[] empty() {
        return sha256().digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
