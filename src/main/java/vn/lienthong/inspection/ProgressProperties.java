package vn.lienthong.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The page that tells anybody who has a dossier's number where it stands: {@code lienthong.progress.*}.
 *
 * @param enabled whether there is such a page (default true)
 * @param perMinute how many numbers one address may ask for in a minute, so that nobody walks through all (default 20)
 */
@Validated
@ConfigurationProperties("lienthong.progress")
public record ProgressProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20") @Min(1) @Max(10_000) int perMinute) {}
