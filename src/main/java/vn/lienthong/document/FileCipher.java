package vn.lienthong.document;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Encrypts files segment by segment, so that a file of any size passes through a few kilobytes of memory and a changed, cut
 * or swapped file is noticed at the segment concerned. A file opens only under the digest it was sealed for.
 */
final class FileCipher {
    private static final int SEGMENT = 64 * 1024;
    private static final int KEY_BYTES = 32;

    private final StreamingAead cipher;

    FileCipher(byte[] key) {
        try {
            this.cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("The key of files is unfit", unfit);
        }
    }

    /** What is written there comes out encrypted; complete once closed. */
    OutputStream sealing(OutputStream out, Sha256Name name) throws IOException {
        try {
            return cipher.newEncryptingStream(out, name.bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The cipher refused to seal", impossible);
        }
    }

    /** What was sealed for this name; a reading fails where a segment is not as it was written. */
    InputStream opening(InputStream in, Sha256Name name) throws IOException {
        try {
            return cipher.newDecryptingStream(in, name.bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The cipher refused to open", impossible);
        }
    }
}
