package vn.lienthong.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.GatewayClock;

/** Bytes on their way in: counted, digested, and cut off when they are too many or take too long. Read once. */
final class MeasuredStream {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final DataSize most;
    private final long endNanos;
    private final java.util.function.LongSupplier nanos;
    private final MessageDigest digest = sha256();
    private long size;

    private MeasuredStream(InputStream in, DataSize most, long endNanos, java.util.function.LongSupplier nanos) {
        this.in = in;
        this.most = most;
        this.endNanos = endNanos;
        this.nanos = nanos;
    }

    /** From a caller, who is held to these settings. */
    static MeasuredStream of(InputStream in, DocumentProperties settings, GatewayClock clock) {
        return new MeasuredStream(
                in,
                settings.largestAttachment(),
                clock.monotonicNanos() + settings.longestUpload().toNanos(),
                clock::monotonicNanos);
    }

    /** From ourselves. */
    static MeasuredStream of(InputStream in) {
        return new MeasuredStream(in, DataSize.ofBytes(Long.MAX_VALUE), 0, () -> 0);
    }

    /** Passes everything on; an exception of {@code out} comes through, a fault of the sender is a refusal. */
    void copyTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = read(buffer); read >= 0; read = read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    /** Reads everything for its digest alone. */
    void drain(Sha256Name expected) {
        byte[] buffer = new byte[BUFFER];
        while (read(buffer) >= 0) {
            // counted and digested
        }
        require(expected);
    }

    /** Refuses what has another digest. */
    void require(Sha256Name expected) {
        if (!MessageDigest.isEqual(digest.digest(), expected.bytes())) {
            throw FileProblems.otherDigest();
        }
    }

    long size() {
        return size;
    }

    private int read(byte[] buffer) {
        int read;
        try {
            read = in.read(buffer);
        } catch (IOException cut) {
            throw FileProblems.cutOff();
        }
        if (read > 0) {
            digest.update(buffer, 0, read);
            size += read;
        }
        if (size > most.toBytes()) {
            throw FileProblems.tooLarge(most);
        }
        if (nanos.getAsLong() - endNanos > 0) {
            throw FileProblems.cutOff();
        }
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
