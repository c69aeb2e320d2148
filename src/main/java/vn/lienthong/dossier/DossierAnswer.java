package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.kernel.Problem;

/** What became of a command. */
public sealed interface DossierAnswer {
    /**
     * Committed with the caller's transaction, now or ({@code repeated}) before.
     *
     * @param revision the source's count, or the step's sequence; null where the source has none
     */
    record Accepted(
            String dossierNumber,
            UUID eventId,
            int version,
            @Nullable Long revision,
            Instant acceptedAt,
            List<Delivery> deliveries,
            boolean repeated)
            implements DossierAnswer {}

    /** Not stored, and why. */
    record Refused(Problem problem) implements DossierAnswer {}
}
