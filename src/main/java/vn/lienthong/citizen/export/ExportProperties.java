package vn.lienthong.citizen.export;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a person is told about look-ups ({@code lienthong.citizen.export.*}).
 *
 * @param delay how old a look-up is before the person is told of it (default 24 h; the law answers within two working days, so
 *     at most 48 h)
 * @param longestHold how long a legal hold may last before it must be ordered anew (default 365 days)
 */
@Validated
@ConfigurationProperties("lienthong.citizen.export")
public record ExportProperties(
        @DefaultValue("24h") @DurationMin(seconds = 0) @DurationMax(hours = 48)
        Duration delay,

        @DefaultValue("365d") @DurationMin(hours = 1) Duration longestHold) {}
