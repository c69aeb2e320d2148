package vn.lienthong.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import vn.lienthong.kernel.QueryText;

record SuccessorChoice(
        @NotBlank @Size(max = 35) @Pattern(regexp = QueryText.STORABLE)
        String agency,

        @NotBlank @Size(max = 35) @Pattern(regexp = QueryText.STORABLE)
        String successor,

        @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
        String reason,

        @NotEmpty @Size(max = 200) List<@NotNull @Size(max = 64) String> dossierNumbers) {}
