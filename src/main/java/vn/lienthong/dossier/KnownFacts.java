package vn.lienthong.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway learned for a dossier from somebody else than its source, such as the new personal number. It stands
 * beside the dossier's content, which stays as its source told it.
 *
 * @param source who told it: a partner's id
 * @param from the dossier it was told of; another one where it was handed on
 * @param reference the message or event that it comes from; what comes from another one is another event
 * @param facts names and values, names as in the partner's contract
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownFacts(
        String source, String from, @Nullable UUID reference, Map<String, String> facts) {
    /** Keeps its own facts, by name: the same facts are the same bytes on every node. */
    public KnownFacts {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** The same facts, handed on because of this event. */
    public KnownFacts handedOn(UUID event) {
        return new KnownFacts(source, from, event, facts);
    }
}
