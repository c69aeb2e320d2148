package vn.lienthong.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which message answered which, and when each was kept: a message before its first byte left, an answer after its last came. */
@Component
public class Exchanges {
    private final ExchangeRepository rows;

    Exchanges(ExchangeRepository rows) {
        this.rows = rows;
    }

    /** The answers that came in to these messages, by the message they answer, oldest first. */
    public Map<UUID, List<Kept>> answersTo(Collection<UUID> messages) {
        return messages.isEmpty() ? Map.of() : rows.answersTo(messages);
    }

    /** When a message was kept. */
    public Map<UUID, Instant> keptAt(Collection<UUID> messages) {
        return messages.isEmpty() ? Map.of() : rows.keptAt(messages);
    }

    /** Messages with this digest, the SHA-256 of nonce and bytes that stands in their proof, the latest first. */
    public List<UUID> withDigest(byte[] digest, int most) {
        return rows.withDigest(digest, most);
    }

    /** A message by its identity and the time it was kept. */
    public record Kept(UUID id, Instant at) {}
}
