package vn.lienthong.citizen.tracker;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question as it is put on record: who, when, for which dossier, why, about whom, which fields. */
public record TrackedQuestion(
        UUID id,
        Instant at,
        String client,
        @Nullable String agency,
        @Nullable String officerId,
        @Nullable String officerName,
        @Nullable String dossierNumber,
        @Nullable String procedureCode,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String personalId,
        List<String> fields,
        String register) {
    /** The same, of a dossier of this procedure. */
    public TrackedQuestion under(String procedure) {
        return new TrackedQuestion(
                id,
                at,
                client,
                agency,
                officerId,
                officerName,
                dossierNumber,
                procedure,
                purpose,
                legalBasis,
                personalId,
                fields,
                register);
    }

    @Override
    public String toString() {
        return "question " + id; // holds personal data
    }
}
