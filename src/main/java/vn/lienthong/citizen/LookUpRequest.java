package vn.lienthong.citizen;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.QueryText;

/**
 * What an officer asks and why. Whatever makes up the reason may be missing here: then the look-up is refused for having
 * none, and the refusal is on record. No fields: only whether number, name and birth date belong together. With
 * {@code verifyLater} a question that the register does not answer is asked again later.
 */
public record LookUpRequest(
        @Nullable @Size(max = 64) @Pattern(regexp = QueryText.STORABLE)
        String dossierNumber,

        @Valid @Nullable Officer officer,

        @Nullable @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
        String purpose,

        @Nullable @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
        String legalBasis,

        @Valid @NotNull Person person,

        @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = QueryText.STORABLE) String> fields,
        @Nullable Boolean verifyLater) {

    /** No fields where none are named. */
    public LookUpRequest {
        fields = fields == null ? List.of() : fields;
    }

    /** A question that is not asked again. */
    public LookUpRequest(
            @Nullable String dossierNumber,
            @Nullable Officer officer,
            @Nullable String purpose,
            @Nullable String legalBasis,
            Person person,
            List<String> fields) {
        this(dossierNumber, officer, purpose, legalBasis, person, fields, null);
    }

    /** The same, not to be asked again when this time, too, nobody answers. */
    public LookUpRequest once() {
        return new LookUpRequest(dossierNumber, officer, purpose, legalBasis, person, fields);
    }

    /** Who asks: the person, not the system. */
    public record Officer(
            @Nullable @Size(max = 50) @Pattern(regexp = QueryText.WRITABLE)
            String id,

            @Nullable @Size(max = 200) @Pattern(regexp = QueryText.STORABLE)
            String name) {}

    /** About whom, as it stands on the paper. */
    public record Person(
            @Nullable @Size(max = 30) @Pattern(regexp = QueryText.STORABLE)
            String personalId,

            @Nullable @Size(max = 200) @Pattern(regexp = QueryText.WRITABLE)
            String fullName,

            @Nullable @Size(max = 10) @Pattern(regexp = QueryText.STORABLE)
            String dateOfBirth) {}

    @Override
    public String toString() {
        return "look-up"; // names a person
    }
}
