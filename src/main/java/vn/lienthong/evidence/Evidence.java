package vn.lienthong.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps every message that crossed the wall: exact bytes, encrypted at rest, with the digest that enters the hash tree. */
@Component
public class Evidence {
    private final MessageRepository messages;

    Evidence(MessageRepository messages) {
        this.messages = messages;
    }

    /**
     * An item that lies in an envelope's bytes.
     *
     * @param item the item as a message
     * @param from where its bytes begin in the envelope's
     */
    public record Part(Message item, int from) {}

    /** Stores these messages in the caller's transaction, or in one of its own where there is none. */
    public void keep(List<Message> batch) {
        if (!batch.isEmpty()) {
            messages.insert(batch);
        }
    }

    /** Stores this message in the caller's transaction, unless one with its id is stored: an envelope that many share. */
    public void keepOnce(Message envelope) {
        messages.insertOnce(envelope);
    }

    /** Stores a message and, as evidence of their own, the items inside it, whose bytes are not stored again. */
    public void keep(Message envelope, List<Part> parts) {
        messages.insert(envelope, parts);
    }

    /** One message with its exact bytes; none where there is no such message or its bytes are no longer kept. */
    public Optional<Message> find(UUID id) {
        return messages.find(id);
    }
}
