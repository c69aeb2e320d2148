package vn.lienthong.citizen.later;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Questions asked again later ({@code lienthong.citizen.later.*}).
 *
 * @param first how soon after the look-up that got no answer (default 1 min); each further time twice as long
 * @param most longest time between two tries (default 30 min)
 * @param until how long it is tried before a person is told (default 48 h)
 */
@Validated
@ConfigurationProperties("lienthong.citizen.later")
public record LaterProperties(
        @DefaultValue("1m") @DurationMin(seconds = 1) Duration first,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration most,
        @DefaultValue("48h") @DurationMin(minutes = 1) Duration until) {
    /** How long to wait after this many tries. */
    Duration after(int tries) {
        Duration wait = first.multipliedBy(1L << Math.min(tries, 20));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
