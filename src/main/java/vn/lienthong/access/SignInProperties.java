package vn.lienthong.access;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in here with a password ({@code lienthong.access.sign-in.*}).
 *
 * @param secondFactorFor roles that must have a second factor, and set it up when they sign in next; for others it is open to
 *     whoever wants one. Default none; production {@code lead, admin}
 * @param name what this gateway is called in the app that shows the codes
 * @param longest how long a sign-in lasts at most, however busy it is; default 12 hours
 */
@Validated
@ConfigurationProperties("lienthong.access.sign-in")
public record SignInProperties(
        @DefaultValue Set<OperatorRole> secondFactorFor,
        @DefaultValue("Liên Thông") @NotBlank String name,
        @DefaultValue("PT12H") @DurationMin(minutes = 5) Duration longest) {}
