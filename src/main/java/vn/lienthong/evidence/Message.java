package vn.lienthong.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Ids;

/**
 * Bytes that crossed the wall, exactly as they crossed it.
 *
 * @param id the evidence's identity; an event's evidence has the event's identity
 * @param direction whether it came in or went out
 * @param channel by which door: {@code rest}, {@code compat}, {@code portal}…
 * @param party the caller's client id or the partner's id
 * @param dossierNumber whose message, null for a message about many
 * @param answerTo the message that this one answers, or the envelope that carried this item
 * @param bytes the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // messages are told apart by id, nobody compares them
public record Message(
        UUID id,
        Direction direction,
        String channel,
        String party,
        @Nullable String dossierNumber,
        @Nullable UUID answerTo,
        byte[] bytes) {

    /** Which way a message went. */
    public enum Direction {
        IN,
        OUT
    }

    /** A message we send to a partner. */
    public static Message out(String channel, String party, byte[] bytes) {
        return new Message(Ids.next(), Direction.OUT, channel, party, null, null, bytes);
    }

    /** A partner's answer to a message of ours. */
    public static Message answer(Message to, byte[] bytes) {
        return new Message(Ids.next(), Direction.IN, to.channel(), to.party(), null, to.id(), bytes);
    }
}
