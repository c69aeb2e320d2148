package vn.lienthong.citizen;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Look-ups in national registers ({@code lienthong.citizen.*}).
 *
 * @param deadline after this the officer has an answer, if only that the register did not give one (default 8 s; callers
 *     wait 10 s)
 * @param databaseTurns most look-ups that use the database at one time, so that intake keeps its connections (default 6)
 */
@Validated
@ConfigurationProperties("lienthong.citizen")
public record CitizenProperties(
        @DefaultValue("8s") Duration deadline,
        @DefaultValue("6") @Min(1) @Max(100) int databaseTurns) {}
