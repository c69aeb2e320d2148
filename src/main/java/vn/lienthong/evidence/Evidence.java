package vn.lienthong.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps every message that crossed the wall: exact bytes, encrypted at rest, with their SHA-256. */
@Component
public class Evidence {
    private final MessageRepository messages;

    Evidence(MessageRepository messages) {
        this.messages = messages;
    }

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

    /** One message with its exact bytes. */
    public Optional<Message> find(UUID id) {
        return messages.find(id);
    }
}
