package vn.lienthong.evidence.container;

import java.util.List;
import java.util.Optional;

/**
 * Where a leaf stands in a tree and what proves it.
 *
 * @param nonce what enters the message's digest besides its bytes
 * @param path the hashes of RFC 6962, the lowest neighbour first
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Inclusion(String origin, long leaf, long size, byte[] nonce, List<byte[]> path) {
    private static final String FORM = "lienthong/inclusion/1";

    /** As a file. */
    public byte[] text() {
        return new Lines(FORM)
                .with("origin", origin)
                .with("leaf", leaf)
                .with("size", size)
                .with("nonce", nonce)
                .with("hash", path)
                .bytes();
    }

    /** Reads such a file; none where it is not exactly of this form. */
    public static Optional<Inclusion> read(byte[] bytes) {
        return Lines.read(
                bytes,
                FORM,
                lines -> new Inclusion(
                        lines.text("origin"),
                        lines.number("leaf"),
                        lines.number("size"),
                        lines.bytes("nonce"),
                        lines.hashes("hash")),
                Inclusion::text);
    }
}
