package vn.lienthong.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this node holds under a lease. {@code heldByPartner}: some full state of the dossier is known to be at
 * the partner. {@code agency} is whose dossier it is. {@code faults} counts attempts in a row that came to nothing. {@code uncertainSince} is set when the question is whether it arrived.
 */
public record ClaimedDelivery(
        long id,
        String dossierNumber,
        UUID eventId,
        String kind,
        boolean fullState,
        String agency,
        String unitCode,
        int attempt,
        int faults,
        boolean heldByPartner,
        @Nullable Instant uncertainSince) {}
