package vn.lienthong.citizen;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Procedure.Register;
import vn.lienthong.citizen.LookUpRequest.Officer;
import vn.lienthong.kernel.QueryText;

/**
 * A question to a register other than the population's: by a key that the dossier names, such as a tax code. Whatever makes up
 * the reason may be missing here: then it is refused for having none, and the refusal is on record.
 */
public record OtherLookUpRequest(
        @NotNull Register register,

        @Nullable @Size(max = 64) @Pattern(regexp = QueryText.STORABLE)
        String dossierNumber,

        @Valid @Nullable Officer officer,

        @Nullable @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
        String purpose,

        @Nullable @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
        String legalBasis,

        @NotBlank @Size(max = 30) @Pattern(regexp = QueryText.STORABLE)
        String key,

        @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = QueryText.STORABLE) String> fields) {

    /** No fields where none are named. */
    public OtherLookUpRequest {
        fields = fields == null ? List.of() : fields;
    }

    /** The same reason, as the one judge of reasons reads it. */
    LookUpRequest reason() {
        return new LookUpRequest(
                dossierNumber, officer, purpose, legalBasis, new LookUpRequest.Person(key, null, null), fields);
    }

    @Override
    public String toString() {
        return "look-up"; // may name a person
    }
}
