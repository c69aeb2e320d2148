package vn.lienthong.inbox;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a receiver's system must learn of.
 *
 * @param type what happened, {@code vn.lienthong.<room>.<fact>.v1}; {@code schemas/events/<type>.schema.json} describes the
 *     data
 * @param subject what it happened to, a dossier number as a rule
 * @param at when it happened
 * @param data the facts, a record or a map, written as JSON and sealed at rest
 */
public record InboxEvent(
        Receiver receiver, String type, @Nullable String subject, Instant at, Object data) {
    private static final Pattern TYPE = Pattern.compile("vn\\.lienthong(\\.[a-z][a-z-]*)+\\.v[1-9]");

    public InboxEvent {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("No type of an event: " + type);
        }
    }
}
