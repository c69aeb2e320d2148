package vn.lienthong.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of an inbox.
 *
 * @param position its place in the feed; rises, with gaps, and is the same in every inbox that shows the item
 * @param data the facts, JSON
 * @param acknowledgedAt when this inbox acknowledged it, null while it waits
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares items
public record FeedItem(
        long position,
        UUID id,
        String type,
        @Nullable String subject,
        Instant at,
        byte[] data,
        @Nullable Instant acknowledgedAt) {
    /** What binds the sealed data to its item. */
    static byte[] context(UUID id) {
        return ("inbox:" + id).getBytes(StandardCharsets.UTF_8);
    }
}
