package vn.lienthong.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast callers may call ({@code lienthong.access.limits.*}); every node counts for itself.
 *
 * @param perSecond calls of one caller in a second, over time; an item of a batch counts as a call (default 200)
 * @param burst calls of one caller at once after a pause (default 2000)
 * @param clients other limits of single clients, by client id; one entry is shown below as {@code <id>}
 * @param wrongSecrets how often a secret may be wrong
 */
@Validated
@ConfigurationProperties("lienthong.access.limits")
public record LimitProperties(
        @DefaultValue("200") @DecimalMin("0.01") @DecimalMax("1000000")
        double perSecond,

        @DefaultValue("2000") @Min(1) @Max(1_000_000) long burst,
        @DefaultValue Map<String, @Valid Own> clients,
        @DefaultValue @Valid WrongSecretLimits wrongSecrets) {
    /**
     * Limits of one client.
     *
     * @param perSecond calls in a second, over time (default: as for all)
     * @param burst calls at once after a pause (default: as for all)
     */
    public record Own(
            @Nullable @DecimalMin("0.01") @DecimalMax("1000000")
            Double perSecond,

            @Nullable @Min(1) @Max(1_000_000) Long burst) {}
}
