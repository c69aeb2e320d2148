package vn.lienthong.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tree says about a message: a few lines of text, a word and its value on each, always in this order, each line
 * ended by a line feed. They name nobody and tell nothing of the content, so they may be kept and shown for ever.
 *
 * @param at when it was stored
 * @param digest SHA-256 over the message's nonce and bytes
 * @param items the digests of the items it carried
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Leaf(
        UUID id,
        Message.Direction direction,
        String channel,
        String party,
        Instant at,
        @Nullable UUID answerTo,
        byte[] digest,
        List<byte[]> items) {
    private static final String FORM = "lienthong/leaf/1";
    private static final HexFormat HEX = HexFormat.of();

    /** The exact bytes that are hashed. */
    public byte[] text() {
        StringBuilder text = new StringBuilder(320).append(FORM).append('\n');
        line(text, "id", id.toString());
        line(text, "direction", direction.name());
        line(text, "channel", plain(channel));
        line(text, "party", plain(party));
        line(text, "at", at.toString());
        if (answerTo != null) {
            line(text, "answer-to", answerTo.toString());
        }
        line(text, "digest", HEX.formatHex(digest));
        items.forEach(item -> line(text, "item", HEX.formatHex(item)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads such a text; none where it is not exactly of this form. */
    public static Optional<Leaf> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        try {
            if (!lines.removeFirst().equals(FORM)) {
                return Optional.empty();
            }
            Leaf leaf = new Leaf(
                    UUID.fromString(take(lines, "id")),
                    Message.Direction.valueOf(take(lines, "direction")),
                    take(lines, "channel"),
                    take(lines, "party"),
                    Instant.parse(take(lines, "at")),
                    lines.getFirst().startsWith("answer-to ") ? UUID.fromString(take(lines, "answer-to")) : null,
                    HEX.parseHex(take(lines, "digest")),
                    items(lines));
            return java.util.Arrays.equals(leaf.text(), bytes) ? Optional.of(leaf) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException other) {
            return Optional.empty();
        }
    }

    private static List<byte[]> items(List<String> lines) {
        List<byte[]> items = new ArrayList<>();
        while (!lines.isEmpty()) {
            items.add(HEX.parseHex(take(lines, "item")));
        }
        return items;
    }

    private static String take(List<String> lines, String word) {
        String line = lines.removeFirst();
        if (!line.startsWith(word + " ")) {
            throw new IllegalArgumentException("Not a line of " + word);
        }
        return line.substring(word.length() + 1);
    }

    private static void line(StringBuilder text, String word, String value) {
        text.append(word).append(' ').append(value).append('\n');
    }

    /** One line of printable text; what is not is written as {@code %XX…}, and stays as it is when read and written again. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        value.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                plain.append('%').append(String.format(Locale.ROOT, "%02X", point));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }
}
