package vn.lienthong.civilstatus.wire;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.convert.DurationStyle;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/**
 * What the platform's answers mean, from {@code schemas/replies/civil-status.yaml}; nothing of it stands in code.
 *
 * @param codes by its code of an error
 * @param already words by which it says that it has the dossier already
 * @param http by HTTP status
 * @param pause how long to wait when told to slow down without a time
 */
public record ReplyTable(Map<String, Meaning> codes, List<String> already, Map<String, Meaning> http, String pause) {
    /** Reads the table; what is wrong in it stops the start. */
    public static ReplyTable read(SchemaFiles files) {
        String file = "replies/civil-status.yaml";
        ReplyTable read = Tables.read(files, file, ReplyTable.class);
        try {
            if (read.rest().isPositive()) {
                return read;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new StartRefused(
                file + ": pause " + read.pause + " sai", file + ": the pause " + read.pause + " is wrong");
    }

    /** What a code means; a person decides about one that the table does not have. */
    Meaning ofCode(String code) {
        return codes.getOrDefault(code, Meaning.UNDECIDABLE);
    }

    /** Whether these words say that it has the dossier already. */
    boolean saysAlready(String words) {
        String folded = folded(words);
        return already.stream().anyMatch(known -> folded.contains(folded(known)));
    }

    /** What an HTTP status other than success means. */
    Meaning ofStatus(int status) {
        return http.getOrDefault(Integer.toString(status), status >= 500 ? Meaning.MAYBE_SENT : Meaning.UNDECIDABLE);
    }

    Duration rest() {
        return DurationStyle.detectAndParse(pause);
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
