package vn.lienthong.evidence;

import java.util.List;
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
 * @param nonce random bytes that enter its digest
 * @param items the digests of the items it carried, in order; empty where it carried none
 */
@SuppressWarnings("ArrayRecordComponent") // messages are told apart by id, nobody compares them
public record Message(
        UUID id,
        Direction direction,
        String channel,
        String party,
        @Nullable String dossierNumber,
        @Nullable UUID answerTo,
        byte[] bytes,
        byte[] nonce,
        List<byte[]> items) {

    /** Which way a message went. */
    public enum Direction {
        IN,
        OUT
    }

    /** A message with a nonce of its own. */
    public Message(
            UUID id,
            Direction direction,
            String channel,
            String party,
            @Nullable String dossierNumber,
            @Nullable UUID answerTo,
            byte[] bytes) {
        this(id, direction, channel, party, dossierNumber, answerTo, bytes, Nonce.random(), List.of());
    }

    /** A message we send to a partner. */
    public static Message out(String channel, String party, byte[] bytes) {
        return new Message(Ids.next(), Direction.OUT, channel, party, null, null, bytes);
    }

    /** A partner's answer to a message of ours. */
    public static Message answer(Message to, byte[] bytes) {
        return new Message(Ids.next(), Direction.IN, to.channel(), to.party(), null, to.id(), bytes);
    }

    /** The same message, saying which items it carried: their bytes, in order. */
    public Message carrying(List<byte[]> carried) {
        List<byte[]> digests = carried.stream()
                .map(item -> Nonce.digest(Nonce.ofItem(nonce, item), item))
                .toList();
        return new Message(id, direction, channel, party, dossierNumber, answerTo, bytes, nonce, digests);
    }

    /** The same message, known to be about one dossier. */
    public Message about(String dossier) {
        return new Message(id, direction, channel, party, dossier, answerTo, bytes, nonce, items);
    }

    /** An item that this message carried, as a message of its own; its digest is the one this message names. */
    public Message item(UUID itemId, @Nullable String itemDossier, byte[] itemBytes) {
        return new Message(
                itemId,
                direction,
                channel,
                party,
                itemDossier,
                id,
                itemBytes,
                Nonce.ofItem(nonce, itemBytes),
                List.of());
    }

    byte[] digest() {
        return Nonce.digest(nonce, bytes);
    }
}
