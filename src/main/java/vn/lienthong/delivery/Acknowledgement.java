package vn.lienthong.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner says of a delivery some time after it took it.
 *
 * @param words the partner's reason, for people only
 * @param at when the partner decided, by its own clock
 * @param evidenceId the message that said so
 */
public record Acknowledgement(
        long deliveryId, Outcome outcome, @Nullable String words, Instant at, UUID evidenceId) {
    /** How the partner decided. */
    public enum Outcome {
        /** It holds the content and will act on it. */
        ACCEPTED,
        /** It will not act on it. */
        REFUSED,
        /** Something in it is wrong: its issuer must correct it and send it anew. */
        CORRECTION
    }

    /** What an acknowledgement came to. None is ever dropped. */
    public enum Effect {
        /** It settled the delivery. */
        APPLIED,
        /** It came before our own record of the handing over, and settles the delivery as soon as that is written. */
        HELD,
        /** The very same was told before. */
        REPEATED,
        /** It says what was known already. */
        NOTED,
        /** It contradicts what is settled: kept as it is, before a person. */
        DISPUTED
    }

    /** Where the delivery stands now, and what the acknowledgement came to. */
    public record Taken(String dossierNumber, DeliveryState state, Effect effect) {}
}
