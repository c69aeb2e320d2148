package vn.lienthong.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/**
 * The dossier as it stands: what decides about the next event. Its content rests in the event {@code stateEvent}, which
 * is null while only steps were told.
 *
 * @param homes agencies that it had before, each with the one that took over
 */
public record DossierRecord(
        String number,
        int version,
        @Nullable Long revision,
        @Nullable UUID stateEvent,
        @Nullable DossierStatus status,
        @Nullable String procedureCode,
        String intakeAgency,
        String competentAgency,
        @Nullable String collectionAgency,
        @Nullable String parent,
        boolean test,
        @Nullable Instant acceptedAt,
        @Nullable Instant appointmentAt,
        @Nullable Instant lastStepAt,
        @Nullable Long lastSequence,
        Map<String, String> homes,
        Instant updatedAt) {
    /** Keeps a copy. */
    public DossierRecord {
        homes = Map.copyOf(homes);
    }

    /** The agencies that may know of it, those included that ended and whose systems still speak of it. */
    public List<String> agencies() {
        List<String> agencies = new ArrayList<>(homesNow());
        agencies.addAll(homes.keySet());
        return agencies;
    }

    /**
     * Whether an agency of this dossier took in that leg. An agency that the leg had before its successor counts: of the two
     * only the one that is still open goes over.
     */
    public boolean tookIn(DossierRecord leg) {
        Set<String> by = new HashSet<>();
        by.add(leg.intakeAgency());
        leg.homes().forEach((before, now) -> {
            if (now.equals(leg.intakeAgency())) {
                by.add(before);
            }
        });
        return agencies().stream().anyMatch(by::contains);
    }

    /** The agencies that have it now. */
    List<String> homesNow() {
        List<String> agencies = new ArrayList<>(List.of(intakeAgency, competentAgency));
        if (collectionAgency != null) {
            agencies.add(collectionAgency);
        }
        return agencies;
    }

    /** Whether anything may still happen to it. */
    boolean open() {
        DossierStatus now = status;
        return now == null || !StatusEdges.ends(now);
    }

    /**
     * The day on which the dossier was received, which its number names for ever: the catalogue as of this day is the one it
     * started under and keeps, whatever the catalogue says later.
     */
    public LocalDate startedOn() {
        return DossierNumber.parse(number)
                .map(DossierNumber::received)
                .orElseGet(() -> updatedAt.atZone(GatewayClock.ZONE).toLocalDate());
    }

    DossierRecord withState(
            int nextVersion, UUID event, @Nullable Long nextRevision, DossierContent content, Instant at) {
        return new DossierRecord(
                number,
                nextVersion,
                nextRevision == null ? revision : nextRevision,
                event,
                content.status(),
                content.procedureCode(),
                content.intakeAgency(),
                content.competentAgency(),
                content.collectionPoint(),
                content.parent(),
                Boolean.TRUE.equals(content.test()),
                content.acceptedAt() == null ? null : content.acceptedAt().toInstant(),
                content.appointmentAt() == null ? null : content.appointmentAt().toInstant(),
                lastStepAt,
                lastSequence,
                homes,
                at);
    }

    DossierRecord withStep(int nextVersion, ProgressStep step, Instant at) {
        return new DossierRecord(
                number,
                nextVersion,
                revision,
                stateEvent,
                status,
                procedureCode,
                intakeAgency,
                competentAgency,
                collectionAgency,
                parent,
                test,
                acceptedAt,
                appointmentAt,
                step.occurredAt().toInstant(),
                step.sequence() == null ? lastSequence : step.sequence(),
                homes,
                at);
    }

    DossierRecord withResult(int nextVersion, Instant at) {
        return new DossierRecord(
                number,
                nextVersion,
                revision,
                stateEvent,
                status,
                procedureCode,
                intakeAgency,
                competentAgency,
                collectionAgency,
                parent,
                test,
                acceptedAt,
                appointmentAt,
                lastStepAt,
                lastSequence,
                homes,
                at);
    }

    /** One agency replaced by another, also where an earlier one was replaced by it; the clock stays as it is. */
    DossierRecord rehomed(int nextVersion, Rehoming rehoming, @Nullable UUID nextState, Instant at) {
        Map<String, String> next = new HashMap<>();
        homes.forEach((before, now) -> next.put(before, now.equals(rehoming.from()) ? rehoming.to() : now));
        next.put(rehoming.from(), rehoming.to());
        // a code that is taken up again leads nowhere else
        next.remove(rehoming.to());
        return new DossierRecord(
                number,
                nextVersion,
                revision,
                nextState == null ? stateEvent : nextState,
                status,
                procedureCode,
                next.getOrDefault(intakeAgency, intakeAgency),
                next.getOrDefault(competentAgency, competentAgency),
                collectionAgency == null ? null : next.getOrDefault(collectionAgency, collectionAgency),
                parent,
                test,
                acceptedAt,
                appointmentAt,
                lastStepAt,
                lastSequence,
                next,
                at);
    }

    static DossierRecord unseen(String number, String intakeAgency, String competentAgency, Instant at) {
        return new DossierRecord(
                number,
                0,
                null,
                null,
                null,
                null,
                intakeAgency,
                competentAgency,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                Map.of(),
                at);
    }
}
