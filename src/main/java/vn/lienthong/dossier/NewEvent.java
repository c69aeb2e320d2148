package vn.lienthong.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event about to be written; {@code content} is its JSON in clear. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record NewEvent(
        EventHeader header,
        String dossierNumber,
        String source,
        @Nullable Instant occurredAt,
        byte[] content) {
    UUID id() {
        return header.id();
    }
}
