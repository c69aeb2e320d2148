package vn.lienthong.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a dossier, immutable once committed; messages to partners are built from it, never from the
 * dossier's present state. {@code version} numbers the events of a dossier from 1 without gaps, steps included.
 */
public sealed interface DossierEvent {
    /** The event's identity, also the identity of its evidence. */
    UUID id();

    /** Whose event. */
    String dossierNumber();

    /** Its place among the dossier's events. */
    int version();

    /** When it was committed to us. */
    Instant acceptedAt();

    /**
     * The full state as told then.
     *
     * @param rehoming why the gateway made this state itself when an agency ended; null where somebody told it
     */
    record StateTold(
            UUID id,
            String dossierNumber,
            int version,
            Instant acceptedAt,
            DossierContent content,
            @Nullable Rehoming rehoming)
            implements DossierEvent {
        /** A state that somebody told. */
        public StateTold(UUID id, String dossierNumber, int version, Instant acceptedAt, DossierContent content) {
            this(id, dossierNumber, version, acceptedAt, content, null);
        }
    }

    /** A processing step as told then. */
    record StepTold(UUID id, String dossierNumber, int version, Instant acceptedAt, ProgressStep step)
            implements DossierEvent {}

    /** A result that was attached then; the event's identity is the result's. */
    record ResultTold(UUID id, String dossierNumber, int version, Instant acceptedAt, AttachedResult result)
            implements DossierEvent {}

    /** What somebody else than the source told then; the state stays as it was. */
    record FactsTold(UUID id, String dossierNumber, int version, Instant acceptedAt, KnownFacts known)
            implements DossierEvent {}
}
