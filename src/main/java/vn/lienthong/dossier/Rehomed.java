package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.kernel.Sha256;

/**
 * What becomes of a dossier that goes over to another agency. While only steps were told of it there is no state to make
 * another from: then the event tells the fact alone.
 *
 * @param concernsPortal whether an agency changed of which the portal is told
 */
@SuppressWarnings("ArrayRecordComponent") // used once, never compared
record Rehomed(
        EventHeader header,
        byte[] content,
        @Nullable DossierContent told,
        DossierRecord after,
        boolean concernsPortal) {
    static final String SOURCE = "catalogue";

    static Rehomed of(
            NoteRehomed command,
            DossierRecord before,
            KnownStates states,
            EventRepository json,
            List<EventHeader> history,
            Instant at) {
        Rehoming rehoming = command.rehoming();
        UUID id = command.eventId();
        boolean stated = before.stateEvent() != null;
        DossierContent state = stated ? states.of(before).rehomed(Map.of(rehoming.from(), rehoming.to())) : null;
        byte[] content = json.write(state == null ? facts(rehoming) : new RehomedState(rehoming, state));
        int version = before.version() + 1;
        EventHeader header = new EventHeader(
                id,
                version,
                stated ? EventKind.REHOME : EventKind.FACTS,
                null,
                null,
                status(before, history),
                Sha256.of(content),
                at);
        DossierRecord after = before.rehomed(version, rehoming, stated ? id : null, at);
        boolean told = stated
                && !(after.intakeAgency().equals(before.intakeAgency())
                        && after.competentAgency().equals(before.competentAgency()));
        return new Rehomed(header, content, state, after, told);
    }

    Optional<DossierContent> state() {
        return Optional.ofNullable(told);
    }

    private static DossierStatus status(DossierRecord before, List<EventHeader> history) {
        DossierStatus status = before.status();
        return status == null ? Objects.requireNonNull(history.getLast()).status() : status;
    }

    private static KnownFacts facts(Rehoming rehoming) {
        return new KnownFacts(
                SOURCE,
                SOURCE,
                null,
                Map.of(
                        "from", rehoming.from(),
                        "to", rehoming.to(),
                        "holdsFrom", rehoming.holdsFrom().toString(),
                        "legalBasis", rehoming.legalBasis(),
                        "by", rehoming.by()));
    }
}
