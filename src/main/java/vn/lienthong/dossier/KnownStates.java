package vn.lienthong.dossier;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierCommand.NoteReturned;
import vn.lienthong.dossier.DossierCommand.TellState;

/** The full states that the gateway needs for what it makes itself: those stored before, read at once, and those of this group. */
final class KnownStates {
    private final EventRepository events;
    private final Map<UUID, DossierContent> states = new HashMap<>();

    KnownStates(EventRepository events) {
        this.events = events;
    }

    /** Reads in one go what the hand-overs among these commands are made from. */
    void prepare(Collection<DossierCommand> commands, Map<String, DossierRecord> records) {
        List<UUID> wanted = commands.stream()
                .filter(command -> command instanceof NoteReturned || command instanceof NoteRehomed)
                .map(command -> records.get(command.number().value()))
                .filter(Objects::nonNull)
                .map(DossierRecord::stateEvent)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!wanted.isEmpty()) {
            load(wanted);
        }
    }

    /** Reads in one go what these dossiers stand at. */
    void prepare(Collection<DossierRecord> records) {
        List<UUID> wanted = records.stream()
                .map(DossierRecord::stateEvent)
                .filter(Objects::nonNull)
                .toList();
        if (!wanted.isEmpty()) {
            load(wanted);
        }
    }

    /** Remembers a state that this group stores. */
    void note(UUID event, DossierContent state) {
        states.put(event, state);
    }

    /** The state that a dossier stands at. */
    DossierContent of(DossierRecord record) {
        return state(Objects.requireNonNull(record.stateEvent()));
    }

    /** What the source told, with the hand-over that was told by somebody else left in force. */
    DossierContent returnStanding(TellState told, List<EventHeader> events) {
        OffsetDateTime at = events.stream()
                .filter(event -> event.kind() == EventKind.RETURN)
                .reduce((earlier, later) -> later)
                .map(event -> returnedAt(event.id()))
                .orElse(null);
        return told.content().returned(at);
    }

    private @Nullable OffsetDateTime returnedAt(UUID event) {
        return state(event).returnedAt();
    }

    private DossierContent state(UUID event) {
        if (!states.containsKey(event)) {
            load(List.of(event));
        }
        return Objects.requireNonNull(states.get(event));
    }

    private void load(Collection<UUID> ids) {
        events.load(ids).forEach((id, event) -> {
            if (event instanceof DossierEvent.StateTold told) {
                states.put(id, told.content());
            }
        });
    }
}
