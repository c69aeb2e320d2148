package vn.lienthong.citizen.held;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.lienthong.citizen.person.PersonField;

/**
 * How long what a register told may be told again without asking ({@code lienthong.citizen.held.*}).
 *
 * @param usual for fields that are not named otherwise; zero asks each time (default 12 h)
 * @param by field by field, such as {@code marital-status: 0s} (default 1 h for addresses, marital status, spouse and
 *     head of household)
 */
@Validated
@ConfigurationProperties("lienthong.citizen.held")
public record Freshness(@DefaultValue("12h") Duration usual, Map<PersonField, Duration> by) {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Fields that change sooner than others keep their shorter time where none is set. */
    public Freshness {
        Map<PersonField, Duration> all = new EnumMap<>(Map.of(
                PersonField.PERMANENT_ADDRESS, HOUR,
                PersonField.CURRENT_ADDRESS, HOUR,
                PersonField.MARITAL_STATUS, HOUR,
                PersonField.SPOUSE, HOUR,
                PersonField.HOUSEHOLD_HEAD, HOUR));
        if (by != null) {
            all.putAll(by);
        }
        by = Map.copyOf(all);
    }

    /** How long this field is fresh. */
    public Duration of(PersonField field) {
        return by.getOrDefault(field, usual);
    }

    /** After this nothing is fresh any more. */
    public Duration longest() {
        return by.values().stream().reduce(usual, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
