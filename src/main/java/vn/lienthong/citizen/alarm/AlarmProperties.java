package vn.lienthong.citizen.alarm;

import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From when on a pattern of look-ups is shown to a person ({@code lienthong.citizen.alarms.*}); 0 turns one off.
 *
 * @param personsByOfficer different persons that one officer looks up within an hour (default 40)
 * @param officersByPerson different officers who look up one person within a day (default 5)
 * @param atNight look-ups of one officer in one night (default 5)
 * @param nightFrom when night begins (default 22:00)
 * @param nightTo when it ends (default 05:00)
 */
@Validated
@ConfigurationProperties("lienthong.citizen.alarms")
public record AlarmProperties(
        @DefaultValue("40") @Min(0) int personsByOfficer,
        @DefaultValue("5") @Min(0) int officersByPerson,
        @DefaultValue("5") @Min(0) int atNight,
        @DefaultValue("22:00") LocalTime nightFrom,
        @DefaultValue("05:00") LocalTime nightTo) {}
