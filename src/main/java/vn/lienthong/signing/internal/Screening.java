package vn.lienthong.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.lienthong.signing.Content;

/**
 * Looks through a document before the library does. An XML signature may carry programs, and the library would run them for
 * whoever sends it: so what it asks for must be on a list, and there must not be too much of it.
 */
final class Screening {
    private static final int MOST_ENTRIES = 2000;
    private static final long MOST_UNPACKED = 32L << 20;
    private static final int LARGEST_SIGNATURES = 8 << 20;
    private static final int PIECE = 64 * 1024;

    private Screening() {}

    /** Refuses a document whose signatures ask for what we never do. */
    static void pass(Content document) {
        byte[] bytes = document.bytes();
        try {
            if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                container(bytes);
            } else if (isXml(bytes)) {
                SignatureDemands.pass(bytes);
            }
        } catch (IOException broken) {
            throw new Refusal(
                    Refusal.Kind.CONTENT,
                    "Không đọc được “" + document.name() + "”.",
                    "'" + document.name() + "' cannot be read.");
        }
    }

    /** Read as the library reads it: one part after the other, whatever the list at the end says. */
    private static void container(byte[] bytes) throws IOException {
        long unpacked = 0;
        int entries = 0;
        byte[] piece = new byte[PIECE];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("meta-inf")) {
                    byte[] part = zip.readNBytes(LARGEST_SIGNATURES);
                    unpacked += part.length;
                    if (name.endsWith(".xml") || isXml(part)) { // in whatever encoding
                        SignatureDemands.pass(part);
                    }
                }
                for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    unpacked += read;
                    requireLess(unpacked, MOST_UNPACKED);
                }
                requireLess(++entries, MOST_ENTRIES);
            }
        }
    }

    private static void requireLess(long number, long most) {
        if (number > most) {
            throw new Refusal(
                    Refusal.Kind.CONTENT, "Gói bung ra quá lớn.", "The container unpacks to more than we would read.");
        }
    }

    /** As the library tells XML: by its first letter. */
    private static boolean isXml(byte[] bytes) {
        int at = bytes.length > 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        return bytes.length > at && bytes[at] == '<';
    }
}
