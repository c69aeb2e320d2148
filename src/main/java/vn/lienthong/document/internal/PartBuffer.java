package vn.lienthong.document.internal;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Bytes that go in one call, kept until they have gone. Grows up to its limit, so that small files take little. */
final class PartBuffer {
    private static final int FIRST = 64 * 1024;

    private final int most;
    private byte[] bytes = new byte[FIRST];
    private int size;

    PartBuffer(int most) {
        this.most = most;
    }

    boolean isFull() {
        return size == most;
    }

    int size() {
        return size;
    }

    /** Takes as many of these as it has room for; how many. */
    int take(byte[] source, int from, int length) {
        int taken = Math.min(length, most - size);
        if (size + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(size + taken, bytes.length * 2)));
        }
        System.arraycopy(source, from, bytes, size, taken);
        size += taken;
        return taken;
    }

    ByteArrayInputStream read() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    /** As the store compares it: not against people, against the wire. */
    String md5() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(bytes, 0, size);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has MD5", impossible);
        }
    }

    void empty() {
        size = 0;
    }
}
