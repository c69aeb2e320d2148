package vn.lienthong.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How evidence is kept and proven: {@code lienthong.evidence.*}.
 *
 * @param key the key that signs checkpoints and containers: an entry of {@code lienthong.signing.keys} (default
 *     {@code gateway})
 * @param checkpointEvery how often a checkpoint is made while new messages come (default 5 s)
 * @param patience longest wait of a reader for the next checkpoint before being asked to come later (default 10 s)
 * @param stampAlarm how long checkpoints may go without a time-stamp before the alarm (default 4 h)
 * @param keep how long the bytes of messages are kept; their place in the tree is kept for ever (default 10 years)
 * @param outside folder outside of this machine that receives the newest checkpoint once a day (default: none)
 * @param selfCheck how old evidence is checked again
 */
@Validated
@ConfigurationProperties("lienthong.evidence")
public record EvidenceProperties(
        @DefaultValue("gateway") @NotBlank String key,
        @DefaultValue("5s") Duration checkpointEvery,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("4h") Duration stampAlarm,
        @DefaultValue("10y") Period keep,
        @Nullable Path outside,
        @DefaultValue @Valid SelfCheck selfCheck) {

    /**
     * How old evidence is checked again.
     *
     * @param every how often (default 10 min)
     * @param messages how many messages, taken at random, each time (default 20)
     */
    public record SelfCheck(
            @DefaultValue("10m") Duration every,
            @DefaultValue("20") @Min(1) @Max(1000) int messages) {}
}
