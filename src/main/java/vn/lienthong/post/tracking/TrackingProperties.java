package vn.lienthong.post.tracking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code lienthong.post.tracking.*}.
 *
 * @param attempts after so many failed attempts to hand it over a parcel comes back (default 2)
 * @param events most events in one message (default 5000)
 * @param body largest message (default 4MB)
 */
@Validated
@ConfigurationProperties("lienthong.post.tracking")
record TrackingProperties(
        @DefaultValue("2") @Min(1) @Max(10) int attempts,
        @DefaultValue("5000") @Min(1) @Max(20_000) int events,
        @DefaultValue("4MB") DataSize body) {}
