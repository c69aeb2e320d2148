package vn.lienthong.inspection;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures a stranger's PDF before anything takes it apart: a few megabytes can unpack to more than all our memory. What it cannot
 * measure counts as too heavy: encryption, parts packed more than once or in a rare way, and what tells elsewhere how it is packed.
 */
final class PdfBurden {
    private static final long MOST = 48L << 20;
    private static final int MOST_PARTS = 50_000;
    private static final Pattern PART = Pattern.compile("(?<!end)stream *(?:\r\n|\n|\r)?");
    private static final Pattern NUMBERED_LETTER = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern COMMENT = Pattern.compile("%[^\r\n]*");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z])");
    private static final Pattern UNMEASURED = Pattern.compile(
            "/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|Crypt)(?![A-Za-z0-9])"
                    // two letters stand in any large picture by chance
                    + "|(?:[\\s\\[]|Filter|Decode|Fl)/RL(?![A-Za-z0-9])"
                    + "|/Filter\\s*\\d|/Filter\\s*\\[[^\\]]{0,200}/[^\\]]{0,200}[/\\d]");

    private final byte[] piece = new byte[64 * 1024];
    private final String text;
    private final byte[] pdf;
    private long unpacked;

    private PdfBurden(byte[] pdf) {
        this.pdf = pdf;
        this.text = new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /** Whether it would be too much. */
    static boolean tooHeavy(byte[] document) {
        PdfBurden burden = new PdfBurden(document);
        return burden.text.startsWith("%PDF-") && burden.isTooHeavy();
    }

    private boolean isTooHeavy() {
        if (isOdd(text)) {
            return true;
        }
        Matcher part = PART.matcher(text);
        for (int parts = 0; part.find(); parts++) {
            unpack(part.end());
            if (unpacked > MOST || parts > MOST_PARTS) {
                return true;
            }
        }
        return false;
    }

    /** Letters may be written by their number, and comments may stand between words. */
    private static boolean isOdd(String whole) {
        String plain = NUMBERED_LETTER
                .matcher(whole)
                .replaceAll(letter ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(letter.group(1), 16))));
        String bare = COMMENT.matcher(plain).replaceAll(" ");
        return ENCRYPTED.matcher(plain).find()
                || UNMEASURED.matcher(plain).find()
                || ENCRYPTED.matcher(bare).find()
                || UNMEASURED.matcher(bare).find();
    }

    /** As the reader does it later: the first two bytes are passed over, whatever they say. */
    private void unpack(int from) {
        if (pdf.length - from <= 2) {
            return;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(pdf, from + 2, pdf.length - from - 2);
            for (int length = inflater.inflate(piece);
                    length > 0 && unpacked <= MOST;
                    length = inflater.inflate(piece)) {
                unpacked += length;
            }
        } catch (DataFormatException broken) {
            // measured as far as it goes; whoever reads it later comes no further
        } finally {
            inflater.end();
        }
    }
}
