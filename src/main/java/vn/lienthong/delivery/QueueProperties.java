package vn.lienthong.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the queue of deliveries is kept: {@code lienthong.delivery.*}.
 *
 * @param moveAfter how long an ended delivery stays beside those that wait before it moves to the history (default 1 min)
 * @param keep how long ended deliveries and their attempts are kept, in whole months (default 10 years)
 * @param bulkPerSecond most deliveries that bulk actions touch in a second, all nodes together (default 50)
 */
@Validated
@ConfigurationProperties("lienthong.delivery")
public record QueueProperties(
        @DefaultValue("1m") Duration moveAfter,
        @DefaultValue("10y") Period keep,
        @DefaultValue("50") @Min(1) @Max(5000) int bulkPerSecond) {}
