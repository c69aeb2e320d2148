package vn.lienthong.intake.compat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The face for the national protocol: {@code lienthong.intake.compat.*}.
 *
 * @param session how long a session lives after its last use (default 30 min)
 * @param longestSession how long a session lives at most, however much it is used (default 12 h)
 * @param sessions most sessions of one client; one more login ends the one unused for longest (default 1000)
 * @param items most dossiers or steps in one call (default 500)
 * @param largest largest body of a call (default 8 MB)
 */
@Validated
@ConfigurationProperties("lienthong.intake.compat")
record CompatProperties(
        @DefaultValue("30m") Duration session,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue("1000") @Min(1) int sessions,
        @DefaultValue("500") @Min(1) @Max(1000) int items,
        @DefaultValue("8MB") DataSize largest) {}
