package vn.lienthong.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.lienthong.kernel.QueryText;

/** Body of an act by hand: why it is done, in the person's words, for the audit. */
public record Why(
        @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
        String reason) {}
