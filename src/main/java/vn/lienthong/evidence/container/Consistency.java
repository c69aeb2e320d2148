package vn.lienthong.evidence.container;

import java.util.List;
import java.util.Optional;

/** What proves that the tree of one checkpoint begins the tree of a later one. */
public record Consistency(String origin, long from, long to, List<byte[]> path) {
    private static final String FORM = "lienthong/consistency/1";

    /** As a file. */
    public byte[] text() {
        return new Lines(FORM)
                .with("origin", origin)
                .with("from", from)
                .with("to", to)
                .with("hash", path)
                .bytes();
    }

    /** Reads such a file; none where it is not exactly of this form. */
    public static Optional<Consistency> read(byte[] bytes) {
        return Lines.read(
                bytes,
                FORM,
                lines -> new Consistency(
                        lines.text("origin"), lines.number("from"), lines.number("to"), lines.hashes("hash")),
                Consistency::text);
    }
}
