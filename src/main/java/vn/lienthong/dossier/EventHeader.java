package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tells a repeat of an event without opening its content. */
@SuppressWarnings("ArrayRecordComponent") // compared through sameContent only
record EventHeader(
        UUID id,
        int version,
        EventKind kind,
        @Nullable Long revision,
        @Nullable Long sequence,
        DossierStatus status,
        byte[] contentHash,
        Instant receivedAt) {

    boolean step() {
        return kind == EventKind.STEP;
    }

    boolean sameContent(byte[] hash) {
        return Arrays.equals(contentHash, hash);
    }
}
