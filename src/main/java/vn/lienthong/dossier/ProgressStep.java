package vn.lienthong.dossier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of processing a dossier. {@code sequence} rises per dossier at the source; callers of the national form have
 * none and a step's identity is then dossier, time, officer, status and note.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressStep(
        @Nullable Long sequence,
        OffsetDateTime occurredAt,
        String officer,
        @Nullable String officerTitle,
        @Nullable String department,
        String note,
        DossierStatus status,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime dueAt,
        Map<String, Object> national) {
    /** Reads an absent national part as empty. */
    public ProgressStep {
        national = national == null ? Map.of() : national;
    }
}
