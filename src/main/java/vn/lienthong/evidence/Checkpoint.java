package vn.lienthong.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lienthong.evidence.tree.TreeHash;

/**
 * Which tree a checkpoint speaks of: its name, how many leaves it has, and its root. As text it is the body of a C2SP
 * checkpoint ({@code c2sp.org/tlog-checkpoint}).
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Checkpoint(String origin, long size, byte[] root) {
    /** The exact bytes that are signed. */
    public byte[] text() {
        return (origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reads such a text; none where it is not exactly of this form. */
    public static Optional<Checkpoint> read(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() != 3 || lines.getFirst().isBlank() || !lines.get(1).matches("0|[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        try {
            Checkpoint read = new Checkpoint(
                    lines.getFirst(),
                    Long.parseLong(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(2)));
            return read.root.length == TreeHash.LENGTH && Arrays.equals(read.text(), bytes)
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
