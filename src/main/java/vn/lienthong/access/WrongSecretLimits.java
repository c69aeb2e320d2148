package vn.lienthong.access;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-ins that fail: at the token endpoint, in the compatible face and at the form.
 *
 * @param perMinute of one user name from one address, over time (default 10)
 * @param burst of one user name from one address at once (default 30)
 * @param addressPerMinute of one address whatever the user name, over time (default 60); user names that were right
 *     from there before do not count
 * @param addressBurst of one address at once (default 200)
 */
public record WrongSecretLimits(
        @DefaultValue("10") @DecimalMin("0.01") @DecimalMax("100000")
        double perMinute,

        @DefaultValue("30") @Min(1) @Max(100_000) long burst,

        @DefaultValue("60") @DecimalMin("0.01") @DecimalMax("100000")
        double addressPerMinute,

        @DefaultValue("200") @Min(1) @Max(100_000) long addressBurst) {}
