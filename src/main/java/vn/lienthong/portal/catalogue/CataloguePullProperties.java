package vn.lienthong.portal.catalogue;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the catalogue is pulled from the portal ({@code lienthong.portal.catalogue.*}).
 *
 * @param unit agency in whose name the portal is asked, such as {@code H15}; default none: nothing is pulled
 * @param every pause between two pulls that nobody asked for, such as 24 h; default none: only when an operator asks
 * @param again pause after a pull that came to nothing (default 15 min)
 * @param mostGone share of a list that may be told no more before the whole is doubted (default 0.1)
 * @param most how many entries a list may have (default 20000)
 */
@Validated
@ConfigurationProperties("lienthong.portal.catalogue")
public record CataloguePullProperties(
        @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9.]{0,34}")
        String unit,

        @Nullable @DurationMin(minutes = 10) Duration every,
        @DefaultValue("15m") @DurationMin(minutes = 1) Duration again,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1")
        double mostGone,

        @DefaultValue("20000") @Min(1) @Max(100_000) int most) {}
