package vn.lienthong.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The page that verifies documents for anybody: {@code lienthong.inspection.*}.
 *
 * @param enabled whether there is such a page (default true)
 * @param largest largest document (default 10 MB)
 * @param atOnce how many documents are verified at one time, which bounds memory and work (default 2)
 * @param perMinute how many documents one address may have verified in a minute (default 10)
 * @param longestUpload longest time a document may take to come in (default 30 s)
 */
@Validated
@ConfigurationProperties("lienthong.inspection")
public record InspectionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("2") @Min(1) @Max(64) int atOnce,
        @DefaultValue("10") @Min(1) @Max(10_000) int perMinute,
        @DefaultValue("30s") Duration longestUpload) {}
