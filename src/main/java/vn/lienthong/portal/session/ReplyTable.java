package vn.lienthong.portal.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A partner's codes and what they mean, from {@code schemas/replies/<partner>.yaml}. No text of a partner is ever matched
 * in code.
 *
 * @param codes class of each code that stands in a reply
 * @param http class of each HTTP status
 * @param pause how long to wait when told to slow down without a time
 * @param fields names of the reply's fields
 */
public record ReplyTable(
        Map<String, ReplyClass> codes, Map<Integer, ReplyClass> http, Duration pause, ReplyFields fields) {

    /**
     * Names of the fields of a reply.
     *
     * @param code the code, of the whole and of an item
     * @param message the words, of the whole and of an item
     * @param result the list of items
     * @param item what names an item inside the list
     * @param steps the list of steps inside a dossier shown
     */
    public record ReplyFields(String code, String message, String result, String item, String steps) {}

    /** What this code means, if the table says so. */
    public Optional<ReplyClass> ofCode(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** What an HTTP status other than success means. */
    public ReplyClass ofStatus(int status) {
        return http.getOrDefault(status, status >= 500 ? ReplyClass.MAYBE_SENT : ReplyClass.UNDECIDABLE);
    }
}
