package vn.lienthong.civilstatus.wire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.lienthong.partner.Secret;

/**
 * How registrations go to the civil-status platform: {@code lienthong.civil-status}. Address and time limits stand in the
 * partner entry {@code civil-status}; without that entry nothing is registered.
 *
 * @param contract which file of {@code schemas/contracts} names paths and fields (default civil-status)
 * @param key the name by which the platform gives us a token (default lienthong)
 * @param secret the secret that goes with it
 * @param poll pause between two readings of one registration; the law wants news passed on within 10 minutes (default 1m)
 * @param units which unit of the platform each agency is; an agency without one cannot register
 */
@Validated
@ConfigurationProperties("lienthong.civil-status")
public record CivilStatusProperties(
        @DefaultValue("civil-status") @Pattern(regexp = "[a-z0-9-]{1,60}")
        String contract,

        @DefaultValue("lienthong") @NotBlank String key,
        @DefaultValue @Valid Secret secret,
        @DefaultValue("1m") @DurationMin(millis = 100) Duration poll,
        @DefaultValue @Valid List<Unit> units) {

    /**
     * An agency as the platform knows it.
     *
     * @param agency our code of it
     * @param code the platform's code of it
     * @param province the platform's code of its province
     */
    public record Unit(
            @NotBlank String agency,
            @NotBlank String code,
            @NotBlank String province) {}

    /** The unit that this agency is. */
    public Optional<Unit> unit(String agency) {
        return units.stream().filter(unit -> unit.agency().equals(agency)).findFirst();
    }
}
