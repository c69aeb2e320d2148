package vn.lienthong.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/**
 * The dossier as it stands: what decides about the next event. Its content rests in the event {@code stateEvent}, which
 * is null while only steps were told.
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
        Instant updatedAt) {

    /** The agencies that may know of it. */
    public List<String> agencies() {
        List<String> agencies = new ArrayList<>(List.of(intakeAgency, competentAgency));
        if (collectionAgency != null) {
            agencies.add(collectionAgency);
        }
        return agencies;
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
                at);
    }
}
