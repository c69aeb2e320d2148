package vn.lienthong.post.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of one paper: how wide they are, which there are, and where a line breaks. */
final class Letters {
    /** Liberation Sans (SIL OFL 1.1), which the PDF library brings along and which has every Vietnamese letter. */
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String UNKNOWN = "?";

    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();

    Letters(PDDocument document) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE)) {
            font = PDType0Font.load(document, file, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The text with a mark in place of what no letter is there for. */
    String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter)) {
                shown.append(' ');
            } else if (width(letter) >= 0) {
                shown.appendCodePoint(letter);
            } else {
                shown.append(UNKNOWN);
            }
        });
        return shown.toString();
    }

    /** How wide a printable text is at this size. */
    float width(String text, float size) {
        float sum = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            sum += Math.max(0, width(text.codePointAt(at)));
        }
        return sum * size / 1000;
    }

    /** The text in lines no wider than this; what is too long for one breaks within. */
    List<String> lines(String text, float size, float widest) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : printable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= widest) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > widest && line.length() > 1) {
                int fits = fitting(line, size, widest);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, float size, float widest) {
        int fits = Character.charCount(word.codePointAt(0));
        while (fits < word.length()) {
            int next = fits + Character.charCount(word.codePointAt(fits));
            if (width(word.substring(0, next), size) > widest) {
                break;
            }
            fits = next;
        }
        return fits;
    }

    /** In thousandths of the size; negative where the font has no such letter. */
    private float width(int letter) {
        return widths.computeIfAbsent(letter, unknown -> {
            try {
                return font.getStringWidth(Character.toString(unknown));
            } catch (IllegalArgumentException | IOException none) {
                return -1f;
            }
        });
    }
}
