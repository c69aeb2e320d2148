package vn.lienthong.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The typeface of every PDF the gateway writes on: Liberation Sans, which holds all Vietnamese letters and comes with PDFBox. */
public final class VietnameseFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private VietnameseFont() {}

    /** Opens the TrueType file. */
    public static InputStream open() {
        InputStream file = VietnameseFont.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new UncheckedIOException(new IOException(FILE + " is not in the program"));
        }
        return file;
    }
}
