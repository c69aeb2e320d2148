package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/**
 * An answer of the national form.
 *
 * @param reason the stable {@code AREA-REASON} behind the code; null when all is well
 * @param found what was asked for
 * @param notStored items that are not stored
 * @param retryAfter when the same may come again, where the caller itself is held back; null elsewhere
 */
record CompatReply(
        CompatCode code,
        @Nullable String reason,
        Bilingual text,
        List<ObjectNode> found,
        List<NotStored> notStored,
        @Nullable Duration retryAfter) {
    CompatReply(
            CompatCode code,
            @Nullable String reason,
            Bilingual text,
            List<ObjectNode> found,
            List<NotStored> notStored) {
        this(code, reason, text, found, notStored, null);
    }

    /** All is well. Today's callers look for these very words in lower case. */
    static CompatReply done(List<ObjectNode> found) {
        return done(new Bilingual("Thực hiện thành công", "Done"), found);
    }

    static CompatReply done(Bilingual text, List<ObjectNode> found) {
        return new CompatReply(CompatCode.STORED, null, text, found, List.of());
    }

    /** The whole call is refused. */
    static CompatReply of(Problem problem) {
        return new CompatReply(CompatCode.of(problem), problem.code(), problem.text(), List.of(), List.of());
    }

    /** The caller is told to go slower. */
    static CompatReply later(Problem problem, Duration wait) {
        return new CompatReply(CompatCode.LATER, problem.code(), problem.text(), List.of(), List.of(), wait);
    }

    /** The answer in this language; {@code code} and whatever else is not national stands beside, harming nobody. */
    ObjectNode body(String language) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error_code", code.code());
        body.put("message", text.in(language));
        if (reason != null) {
            body.put("code", reason);
        }
        ArrayNode result = body.putArray("result").addAll(found);
        notStored.forEach(item -> result.add(item.entry(language)));
        return body;
    }
}
