package vn.lienthong.citizen.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order not to tell a person of some look-ups for a time.
 *
 * @param dossierNumber the dossier whose look-ups it hides; null where it hides those about one person
 */
record LegalHold(
        UUID id,
        Instant at,
        String orderedBy,
        @Nullable String dossierNumber,
        Instant until,
        String legalBasis,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy) {}
