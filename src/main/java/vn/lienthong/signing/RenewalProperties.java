package vn.lienthong.signing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.lienthong.kernel.GatewayClock;

/**
 * When proofs that grow old get another time-stamp over them: {@code lienthong.renewal.*}.
 *
 * @param margin how long before its end a proof is renewed (default 90 days)
 * @param every how often is looked for such proofs (default 15 min)
 * @param most most results that are renewed each time (default 250: a million in six weeks)
 * @param attempts how often renewing may fail before people are told (default 3)
 * @param digest what new time-stamps are taken over: {@code SHA256} (default), {@code SHA384} or {@code SHA512}
 * @param algorithmsEnd the day from which an algorithm is believed no more, by its name: {@code SHA256}, {@code RSA2048},
 *     {@code EC256}; default none
 */
@Validated
@ConfigurationProperties("lienthong.renewal")
public record RenewalProperties(
        @DefaultValue("90d") Duration margin,
        @DefaultValue("15m") Duration every,
        @DefaultValue("250") @Min(1) @Max(10_000) int most,
        @DefaultValue("3") @Min(1) @Max(100) int attempts,
        @DefaultValue("SHA256") Digest digest,
        @DefaultValue Map<String, LocalDate> algorithmsEnd) {

    /** Digests that a time-stamp may be taken over. */
    public enum Digest {
        SHA256("SHA-256"),
        SHA384("SHA-384"),
        SHA512("SHA-512");

        private final String algorithm;

        Digest(String algorithm) {
            this.algorithm = algorithm;
        }

        /** Its name in Java and in files. */
        public String algorithm() {
            return algorithm;
        }
    }

    /** A margin that reaches into the past would renew only what has ended. */
    @AssertTrue(message = "margin and every must be longer than nothing")
    public boolean isAhead() {
        return margin.isPositive() && every.isPositive();
    }

    /** When a proof can be believed no more: its certificates end, or one of its algorithms does. */
    public Instant ends(ProofLife life) {
        return life.algorithms().stream()
                .map(algorithmsEnd::get)
                .filter(java.util.Objects::nonNull)
                .map(RenewalProperties::begin)
                .filter(end -> end.isBefore(life.ends()))
                .min(Instant::compareTo)
                .orElse(life.ends());
    }

    /** The algorithms that are believed no more at this time. */
    public Set<String> endedBy(Instant when) {
        return algorithmsEnd.entrySet().stream()
                .filter(end -> !begin(end.getValue()).isAfter(when))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(GatewayClock.ZONE).toInstant();
    }
}
