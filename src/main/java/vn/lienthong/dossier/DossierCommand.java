package vn.lienthong.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;

/** Something a caller tells about a dossier, checked as far as that is possible without knowing what is stored. */
public sealed interface DossierCommand {
    /** The identity of the event that this becomes. */
    UUID eventId();

    /** Whose. */
    DossierNumber number();

    /** Who tells it. */
    Caller caller();

    /**
     * The full state.
     *
     * @param revision the source's count; null where the source has none, then the content alone tells a repeat
     * @param declaredNew the source says that the dossier is new (national form only): equal content of an older version
     *     is then a late repeat
     * @param madeFrom the dossier's version that a person changed; a newer one is not overwritten. Null where nobody looked
     */
    record TellState(
            UUID eventId,
            DossierNumber number,
            Caller caller,
            @Nullable Long revision,
            boolean declaredNew,
            DossierContent content,
            @Nullable Integer madeFrom)
            implements DossierCommand {
        /** A full state that replaces whatever is stored. */
        public TellState(
                UUID eventId,
                DossierNumber number,
                Caller caller,
                @Nullable Long revision,
                boolean declaredNew,
                DossierContent content) {
            this(eventId, number, caller, revision, declaredNew, content, null);
        }

        /** The same, refused once the dossier has another version than this. */
        public TellState madeFrom(int version) {
            return new TellState(eventId, number, caller, revision, declaredNew, content, version);
        }
    }

    /**
     * A processing step.
     *
     * @param intakeAgency the agency to note where the dossier itself was never told (national form); null refuses that
     */
    record TellStep(
            UUID eventId,
            DossierNumber number,
            Caller caller,
            @Nullable String intakeAgency,
            ProgressStep step) implements DossierCommand {}

    /**
     * A result document, stored already.
     *
     * @param partners the partners that are to learn of it
     */
    record TellResult(UUID eventId, DossierNumber number, Caller caller, AttachedResult result, List<String> partners)
            implements DossierCommand {}

    /**
     * The result reached the applicant, as somebody other than the source tells: the post. The event is made here, from the
     * state the dossier stands at; it takes a version and no revision.
     *
     * @param at when it was handed over
     */
    record NoteReturned(UUID eventId, DossierNumber number, Caller caller, OffsetDateTime at)
            implements DossierCommand {}

    /**
     * What somebody else than the source knows of it now. It takes a version and no revision, changes no state, and goes to no
     * partner by itself.
     */
    record NoteFacts(UUID eventId, DossierNumber number, Caller caller, KnownFacts known) implements DossierCommand {}

    /**
     * An agency of the dossier ended and another took over. The event is made here, from the state the dossier stands at; it
     * takes a version and no revision.
     */
    record NoteRehomed(UUID eventId, DossierNumber number, Caller caller, Rehoming rehoming)
            implements DossierCommand {}
}
