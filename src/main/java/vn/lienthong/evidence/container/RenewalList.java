package vn.lienthong.evidence.container;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which old checkpoints one new time-stamp renews: each with the digest of all that proved it until then (the idea of RFC 4998).
 *
 * @param digest the algorithm of these digests, as Java names it
 * @param checkpoints the digest of each, by its size
 */
public record RenewalList(String origin, String digest, Map<Long, byte[]> checkpoints) {
    private static final String FORM = "lienthong/renewal/1";
    private static final Set<String> DIGESTS = Set.of("SHA-256", "SHA-384", "SHA-512");
    private static final int MOST = 1000;

    /** As a file. */
    public byte[] text() {
        Lines lines = new Lines(FORM).with("origin", origin).with("digest", digest);
        new TreeMap<>(checkpoints)
                .forEach((size, hash) ->
                        lines.with("checkpoint", size + " " + HexFormat.of().formatHex(hash)));
        return lines.bytes();
    }

    /** Reads such a file; none where it is not exactly of this form. */
    public static Optional<RenewalList> read(byte[] bytes) {
        return Lines.read(
                        bytes,
                        FORM,
                        lines -> new RenewalList(lines.text("origin"), lines.text("digest"), entries(lines)),
                        RenewalList::text)
                .filter(read -> DIGESTS.contains(read.digest));
    }

    private static Map<Long, byte[]> entries(Lines lines) {
        Map<Long, byte[]> entries = new TreeMap<>();
        while (lines.more()) {
            String[] entry = lines.text("checkpoint").split(" ", -1);
            if (entry.length != 2 || entries.size() == MOST) {
                throw new IllegalArgumentException("Not an entry");
            }
            entries.put(Long.parseLong(entry[0]), HexFormat.of().parseHex(entry[1]));
        }
        return entries;
    }

    /** What it says about the checkpoint of this size; null where it does not name it. */
    public byte @Nullable [] of(long size) {
        return checkpoints.get(size);
    }

    /** The digest over all that proves a checkpoint: its body, its signature, and each list and time-stamp before. */
    public static byte[] digest(String algorithm, List<byte[]> parts) {
        try {
            MessageDigest whole = MessageDigest.getInstance(algorithm);
            MessageDigest each = MessageDigest.getInstance(algorithm);
            parts.forEach(part -> whole.update(each.digest(part)));
            return whole.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has " + algorithm, impossible);
        }
    }
}
