package vn.lienthong.evidence.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.evidence.tree.TreeHash;

/** Text of one word and one value on each line, in a fixed order; there is one way to write each content. */
final class Lines {
    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_HASHES = 130;

    private final Deque<String> lines;

    Lines(String form) {
        this(new ArrayDeque<>(List.of(form)));
    }

    private Lines(Deque<String> lines) {
        this.lines = lines;
    }

    Lines with(String word, String value) {
        lines.add(word + " " + value);
        return this;
    }

    Lines with(String word, long value) {
        return with(word, Long.toString(value));
    }

    Lines with(String word, byte[] value) {
        return with(word, HEX.formatHex(value));
    }

    Lines with(String word, List<byte[]> values) {
        values.forEach(value -> with(word, value));
        return this;
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static <T> Optional<T> read(byte[] bytes, String form, Function<Lines, T> reader, Function<T, byte[]> writer) {
        Lines lines = new Lines(new ArrayDeque<>(
                new String(bytes, StandardCharsets.UTF_8).lines().toList()));
        try {
            if (!lines.lines.removeFirst().equals(form)) {
                return Optional.empty();
            }
            T read = reader.apply(lines);
            return Arrays.equals(writer.apply(read), bytes) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException other) {
            return Optional.empty();
        }
    }

    boolean more() {
        return !lines.isEmpty();
    }

    String text(String word) {
        String line = lines.removeFirst();
        if (!line.startsWith(word + " ")) {
            throw new IllegalArgumentException("Not a line of " + word);
        }
        return line.substring(word.length() + 1);
    }

    long number(String word) {
        return Long.parseLong(text(word));
    }

    byte[] bytes(String word) {
        return HEX.parseHex(text(word));
    }

    List<byte[]> hashes(String word) {
        List<byte[]> hashes = new ArrayList<>();
        while (!lines.isEmpty()) {
            byte[] hash = bytes(word);
            if (hash.length != TreeHash.LENGTH || hashes.size() == MOST_HASHES) {
                throw new IllegalArgumentException("Not a path");
            }
            hashes.add(hash);
        }
        return hashes;
    }
}
