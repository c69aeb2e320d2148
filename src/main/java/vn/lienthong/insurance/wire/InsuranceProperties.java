package vn.lienthong.insurance.wire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import vn.lienthong.partner.Secret;

/**
 * How social insurance wants to be spoken to: {@code lienthong.insurance}. Address and time limits stand in the partner entry
 * {@code insurance}.
 *
 * @param wire a signed SOAP envelope, or JSON over the bus (default SOAP)
 * @param contract which file of {@code schemas/contracts} names elements and paths (default insurance)
 * @param key which key of {@code lienthong.signing.keys} signs documents and envelopes (default gateway)
 * @param inlineMost longest result that goes inside the document; a longer one goes as a link (default 4 MB)
 * @param decisionMost how long after the acknowledgement was due we go on asking about a result that they say they received;
 *     then a person settles it with them (default 2 days)
 * @param token what the bus lets us in by, if it wants that
 */
@Validated
@ConfigurationProperties("lienthong.insurance")
public record InsuranceProperties(
        @DefaultValue("SOAP") Wire wire,

        @DefaultValue("insurance") @Pattern(regexp = "[a-z0-9-]{1,60}")
        String contract,

        @DefaultValue("gateway") @NotBlank String key,
        @DefaultValue("4MB") DataSize inlineMost,

        @DefaultValue("2d") @DurationMin(minutes = 1) Duration decisionMost,

        @DefaultValue @Valid Secret token) {

    /** What travels. */
    public enum Wire {
        SOAP,
        JSON
    }
}
