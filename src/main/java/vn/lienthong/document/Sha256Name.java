package vn.lienthong.document;

import java.util.HexFormat;
import java.util.Optional;

/** The name of a file: the SHA-256 of what it holds, 64 lower-case hexadecimal digits. */
public record Sha256Name(String hex) {
    /** How an attachment is named inside a dossier. */
    public static final String PREFIX = "sha256:";

    private static final int DIGITS = 64;

    /** Insists on the form. */
    public Sha256Name {
        if (!isName(hex)) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hexadecimal");
        }
    }

    /** The name with this digest. */
    static Sha256Name of(byte[] digest) {
        return new Sha256Name(HexFormat.of().formatHex(digest));
    }

    /** Reads digits of either case; empty if they are no SHA-256. */
    static Optional<Sha256Name> parse(String text) {
        String hex = text.toLowerCase(java.util.Locale.ROOT);
        return isName(hex) ? Optional.of(new Sha256Name(hex)) : Optional.empty();
    }

    /** By hand: each dossier names several, and a pattern took 4 in 100 of all the work of taking one in. */
    private static boolean isName(String text) {
        return text.length() == DIGITS && text.chars().allMatch(Sha256Name::isDigit);
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** Reads {@code sha256:…} as a dossier has it; empty for a link of the sender's own. */
    public static Optional<Sha256Name> ofAttachment(String attachment) {
        return attachment.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                ? parse(attachment.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** The digest. */
    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
